namespace SalesforceImport.Stores;

/// <summary>What one run did, as a whole, to one row that was there before it.</summary>
public sealed class HistoryEntry
{
    /// <summary>The row.</summary>
    public required long RowId { get; init; }

    /// <summary>The kind of the row.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The properties that changed, by name.</summary>
    public IReadOnlyList<HistoryChange> Changes { get; init; } = [];

    /// <summary>Whether the row was removed.</summary>
    public bool Removed { get; init; }

    /// <summary>For a removed row, the row that took its place.</summary>
    public long? MergedInto { get; init; }
}
