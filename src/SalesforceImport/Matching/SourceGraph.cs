using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>
/// The records that one batch touches, joined into groups: by the edge a conversion or merge leaves, and by e-mail. Each
/// group is one row.
/// </summary>
internal sealed class SourceGraph
{
    private readonly MatchingRules _rules;
    private readonly Dictionary<SourceKey, SourceNode> _nodes = [];
    private readonly Dictionary<string, StoredRow> _hostRows = [];

    public SourceGraph(KindSchema schema, MatchingRules rules, IEnumerable<IncomingRecord> incoming, FindResult found, IReadOnlySet<SourceKey>? gone = null)
    {
        _rules = rules;
        foreach (var row in found.Rows)
        {
            foreach (var source in row.Sources.Where(source => gone?.Contains(source.Key) != true))
            {
                _nodes[source.Key] = SourceNode.From(source, row);
            }

            if (row.Sources.Count == 0 && rules.ByEmail && schema.EmailIndex >= 0 && EmailKey.Of(row.Values[schema.EmailIndex]) is { } email)
            {
                AddHostRow(row, email);
            }
        }

        foreach (var orphan in found.Orphans)
        {
            _nodes.TryAdd(orphan.Key, SourceNode.From(orphan, row: null));
        }

        foreach (var record in incoming)
        {
            if (_nodes.TryGetValue(record.Key, out var known))
            {
                known.Read(record);
            }
            else
            {
                _nodes.Add(record.Key, SourceNode.From(record));
            }
        }
    }

    /// <summary>The groups, each in rank order, lowest leader first.</summary>
    public IReadOnlyList<SourceGroup> Groups()
    {
        var byEmail = new Dictionary<(SalesforceId, string), SourceNode>();
        foreach (var node in _nodes.Values)
        {
            if (node.LinkedTo is { } target && _nodes.TryGetValue(new SourceKey(node.Key.Org, target), out var other))
            {
                other.Join(node);
            }

            if (_rules.ByEmail && node.Contributes && node.Email is { } email && !byEmail.TryAdd((Scope(node.Key.Org), email), node))
            {
                byEmail[(Scope(node.Key.Org), email)].Join(node);
            }
        }

        var groups = _nodes.Values
            .GroupBy(node => node.Root())
            .Select(nodes => new SourceGroup([.. nodes.Order(SourceRank.Instance)]))
            .OrderBy(group => group.Nodes[0], SourceRank.Instance)
            .ToList();
        RowClaims.Settle(groups);
        foreach (var group in groups.Where(group => group is { Row: null, Feeders.Count: > 0 }))
        {
            group.Row = AdoptHostRow(group);
        }

        return groups;
    }

    private SalesforceId Scope(SalesforceId org) => _rules.AcrossOrgs ? default : org;

    private void AddHostRow(StoredRow row, string email)
    {
        // The host's own twins are the host's business: the first made is the one that records join.
        if (!_hostRows.TryGetValue(email, out var first) || row.Id < first.Id)
        {
            _hostRows[email] = row;
        }
    }

    private StoredRow? AdoptHostRow(SourceGroup group)
    {
        foreach (var node in group.Nodes)
        {
            if (node is { Contributes: true, Email: { } email } && _hostRows.Remove(email, out var row))
            {
                return row;
            }
        }

        return null;
    }
}
