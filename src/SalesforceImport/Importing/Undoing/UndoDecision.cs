using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What one batch of an undo does to the store, and what it leaves.</summary>
internal sealed class UndoDecision
{
    public List<RowChange> Changes { get; } = [];

    public List<StoredSource> PutOrphans { get; } = [];

    public List<SourceKey> DroppedOrphans { get; } = [];

    public List<StoredLink> PutLinks { get; } = [];

    public List<LinkKey> DroppedLinks { get; } = [];

    public List<UndoLeft> Left { get; } = [];

    public long Removed { get; set; }

    public long Restored { get; set; }

    public long Reverted { get; set; }

    public void Remove(StoredRow row, long? mergedInto = null)
    {
        Changes.Add(new RemoveRow { Id = row.Id, Version = row.Version, MergedInto = mergedInto });
        Removed++;
        Orphan(row.Sources);
    }

    /// <summary>
    /// What is known of conversions outlives the row: a lead that only waits for its contact waits again. A record with
    /// values of its own has nothing to wait for, and comes anew when it is read.
    /// </summary>
    public void Orphan(IEnumerable<StoredSource> dropped) =>
        PutOrphans.AddRange(dropped.Where(source => source is { Contributes: false, LinkedTo: not null, Values: null }));
}
