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

    /// <summary>For a removed row, the run that had created it; null for a row that the host made itself.</summary>
    public string? CreatedByRun { get; init; }

    /// <summary>Whether the run put the row back, after an earlier run had removed it.</summary>
    public bool Restored { get; init; }

    /// <summary>
    /// The records that belonged to the row before the run, with values in schema order; null when the run changed neither
    /// them nor who leads. Values that were the row's own are null here too.
    /// </summary>
    public IReadOnlyList<StoredSource>? SourcesBefore { get; init; }

    /// <summary>Which of them led the row; null when none did, or when the run changed nothing about them.</summary>
    public SourceKey? LeaderBefore { get; init; }
}
