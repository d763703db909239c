namespace SalesforceImport.Stores;

/// <summary>A row that an earlier run removed, and that comes back under its id. A row that has the id meanwhile is a conflict.</summary>
public sealed class RestoreRow : RowChange
{
    /// <summary>The row's id, as it was.</summary>
    public required long Id { get; init; }

    /// <summary>The row's values, in schema order.</summary>
    public required IReadOnlyList<FieldValue> Values { get; init; }

    /// <summary>The record that leads the row; null for a row of the host's own.</summary>
    public StoredSource? Leader { get; init; }

    /// <summary>Further records that belong to the row.</summary>
    public IReadOnlyList<StoredSource> OtherSources { get; init; } = [];

    /// <summary>The run that had created it; null for a row of the host's own.</summary>
    public string? CreatedByRun { get; init; }
}
