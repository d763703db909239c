using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>Which group keeps which row, when groups have split or merged.</summary>
internal static class RowClaims
{
    public static void Settle(IReadOnlyList<SourceGroup> groups)
    {
        var groupOf = groups.SelectMany(group => group.Nodes, (group, node) => (group, node)).ToDictionary(pair => pair.node, pair => pair.group);
        var claims = new Dictionary<SourceGroup, SortedDictionary<long, StoredRow>>();
        var rows = groupOf.Keys.Where(node => node.Row is not null).GroupBy(node => node.Row!).OrderBy(row => row.Key.Id).ToList();

        foreach (var row in rows)
        {
            Claim(claims, groupOf[Heir(row)], row.Key);
        }

        foreach (var row in rows)
        {
            GiveBack(row, claims, groupOf);
        }

        foreach (var (group, claimed) in claims)
        {
            group.Row = claimed.Values.FirstOrDefault();
            group.MergedRows.AddRange(claimed.Values.Skip(1));
        }
    }

    private static void Claim(Dictionary<SourceGroup, SortedDictionary<long, StoredRow>> claims, SourceGroup group, StoredRow row)
    {
        if (!claims.TryGetValue(group, out var claimed))
        {
            claims.Add(group, claimed = []);
        }

        claimed[row.Id] = row;
    }

    /// <summary>The row goes with its leader, as long as that one still feeds values; else with the best that does.</summary>
    private static SourceNode Heir(IEnumerable<SourceNode> members)
    {
        var ranked = members.Order(SourceRank.Instance).ToList();
        var leader = ranked.Find(node => node.LedItsRow);
        return leader is { Contributes: true } || !ranked[0].Contributes ? leader ?? ranked[0] : ranked[0];
    }

    /// <summary>A leader that joins another row leaves its own to those who stay behind, rather than have it merged away.</summary>
    private static void GiveBack(
        IGrouping<StoredRow, SourceNode> row,
        Dictionary<SourceGroup, SortedDictionary<long, StoredRow>> claims,
        Dictionary<SourceNode, SourceGroup> groupOf)
    {
        var holder = claims[groupOf[Heir(row)]];
        if (holder.Count < 2)
        {
            return;
        }

        var stayed = row.Order(SourceRank.Instance).FirstOrDefault(node => node.Contributes && !claims.ContainsKey(groupOf[node]));
        if (stayed is not null)
        {
            holder.Remove(row.Key.Id);
            Claim(claims, groupOf[stayed], row.Key);
        }
    }
}
