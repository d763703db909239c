namespace SalesforceImport.Stores;

/// <summary>A Salesforce record that feeds a row, or is known to belong to it.</summary>
public sealed class StoredSource
{
    /// <summary>The record.</summary>
    public required SourceKey Key { get; init; }

    /// <summary>The record's object, such as <c>Lead</c>.</summary>
    public required string Object { get; init; }

    /// <summary>When the record was created in the org; ranks sources of the same object.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>The record's e-mail as it is matched (trimmed, case-folded); null when it has none or is not matched by it.</summary>
    public string? Email { get; init; }

    /// <summary>The record that this one became or was merged into; null for most.</summary>
    public SalesforceId? LinkedTo { get; init; }

    /// <summary>False for a record that belongs to the row without feeding it values, such as a converted lead.</summary>
    public bool Contributes { get; init; } = true;

    /// <summary>
    /// The values mapped from the record, in schema order. Null means: the row's own values are this record's values.
    /// The library asks for null only for the leader of a row, and only while that is so.
    /// </summary>
    public IReadOnlyList<FieldValue>? Values { get; init; }
}
