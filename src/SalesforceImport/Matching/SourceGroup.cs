using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>Records that are one row, in rank order.</summary>
internal sealed class SourceGroup(IReadOnlyList<SourceNode> nodes)
{
    public IReadOnlyList<SourceNode> Nodes { get; } = nodes;

    /// <summary>
    /// The records whose values make the row, in rank order: those that contribute or, where none does, converted leads
    /// that were imported before they were converted, with what they said then.
    /// </summary>
    public IReadOnlyList<SourceNode> Feeders { get; } = FeedersOf(nodes);

    /// <summary>The row that the group keeps; null when it needs a new one, or none.</summary>
    public StoredRow? Row { get; set; }

    /// <summary>Rows that the group no longer needs: merged into its own.</summary>
    public List<StoredRow> MergedRows { get; } = [];

    /// <summary>A group that no values feed and no row holds: a converted lead whose contact has not come.</summary>
    public bool IsOrphaned => Row is null && Feeders.Count == 0;

    private static List<SourceNode> FeedersOf(IReadOnlyList<SourceNode> nodes)
    {
        var contributing = nodes.Where(node => node.Contributes).ToList();
        return contributing.Count > 0 ? contributing : [.. nodes.Where(node => node.Values is not null)];
    }
}
