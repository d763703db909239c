namespace SalesforceImport;

/// <summary>What a run would do to one row.</summary>
public sealed record PreviewedRow
{
    /// <summary>The kind of the row.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>What would be done.</summary>
    public required PreviewedRowChange Change { get; init; }

    /// <summary>The row's id in the store; null for one that is not there yet.</summary>
    public long? RowId { get; init; }

    /// <summary>The record that would lead the row, where that is new.</summary>
    public SalesforceId? Leader { get; init; }

    /// <summary>For a merge, the row that takes its place, where that one is there already.</summary>
    public long? MergedInto { get; init; }

    /// <summary>The values that would change; of a new row, those that are not null.</summary>
    public IReadOnlyList<PreviewedProperty> Properties { get; init; } = [];
}
