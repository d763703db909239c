namespace SalesforceImport.Stores;

/// <summary>The records of a row as they were before a run.</summary>
internal sealed record InMemorySources(IReadOnlyList<InMemorySource> Sources, SourceKey? Leader)
{
    public HistoryEntry AddTo(HistoryEntry entry, InMemorySchema schema) => new()
    {
        RowId = entry.RowId,
        Kind = entry.Kind,
        Changes = entry.Changes,
        Removed = entry.Removed,
        MergedInto = entry.MergedInto,
        CreatedByRun = entry.CreatedByRun,
        Restored = entry.Restored,
        SourcesBefore = [.. Sources.Select(source => source.Read(schema))],
        LeaderBefore = Leader,
    };
}
