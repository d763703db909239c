using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>
/// Decides what becomes of rows when records that feed them are gone: pure. A row that something else feeds goes on without
/// them, and may split; one that nothing else feeds goes by the rule.
/// </summary>
internal sealed class GoneDecider(KindSchema schema, MatchingRules rules, string run, GoneRule rule)
{
    private readonly GroupDecider _groups = new(schema, run, listAll: false);
    private readonly int _mark = schema.Store.IndexOf(KindSchema.GoneProperty);

    /// <param name="gone">The records that are gone, as far as they feed a row.</param>
    /// <param name="found">The rows that they feed, with all that is joined to them.</param>
    public BatchDecision Decide(IReadOnlySet<SourceKey> gone, FindResult found)
    {
        var decision = new BatchDecision();
        var alive = new List<StoredRow>();
        foreach (var row in found.Rows)
        {
            if (row.Sources.Any(source => source.Contributes && !gone.Contains(source.Key)) || !row.Sources.Any(source => gone.Contains(source.Key)))
            {
                alive.Add(row);
            }
            else if (Bury(row) is { } change)
            {
                decision.Changes.Add(change);
            }
        }

        foreach (var group in new SourceGraph(schema, rules, [], new FindResult { Rows = alive, Orphans = found.Orphans }, gone).Groups())
        {
            _groups.Decide(group, decision);
        }

        return decision;
    }

    private RowChange? Bury(StoredRow row)
    {
        if (rule == GoneRule.Delete)
        {
            return new RemoveRow { Id = row.Id, Version = row.Version };
        }

        var marked = FieldValue.FromBoolean(true);
        if (rule != GoneRule.Mark || _mark < 0 || row.Values[_mark] == marked)
        {
            return null;
        }

        var values = row.Values.ToArray();
        values[_mark] = marked;
        var now = RowValues.Changes(row, values);
        return new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Properties = now,
            ChangesOfRun = row.CreatedByRun == run ? [] : RowValues.ChangesOfRun(row, values, now),
        };
    }
}
