using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>
/// Decides what one batch of records does to the store: pure, and blind to the order in which records arrive. Records
/// that touch nothing but themselves are created straight away; the rest go through the graph.
/// </summary>
internal sealed class BatchDecider(KindSchema schema, MatchingRules rules, string run, bool listAll)
{
    private readonly GroupDecider _groups = new(schema, run, listAll);

    public BatchDecision Decide(IReadOnlyList<IncomingRecord> incoming, FindResult found)
    {
        var decision = new BatchDecision();
        var alive = new List<IncomingRecord>(incoming.Count);
        foreach (var record in incoming)
        {
            if (IsErased(record, found))
            {
                decision.Results.Add(new(record.Key.Id, RecordOutcome.Skipped, RecordReason.Erased));
            }
            else
            {
                alive.Add(record);
            }
        }

        var entangled = new List<IncomingRecord>();
        var touched = Touched.By(alive, found, schema);
        foreach (var record in alive)
        {
            if (touched.Contains(record))
            {
                entangled.Add(record);
            }
            else
            {
                decision.Changes.Add(Create(record));
                decision.Results.Add(new(record.Key.Id, RecordOutcome.Created));
            }
        }

        if (entangled.Count > 0 || found.Rows.Count > 0)
        {
            foreach (var group in new SourceGraph(schema, rules, entangled, found).Groups())
            {
                _groups.Decide(group, decision);
            }
        }

        return decision;
    }

    /// <summary>Whoever was erased stays so: by this record, by the one that it became, or by e-mail.</summary>
    private static bool IsErased(IncomingRecord record, FindResult found) =>
        found.ErasedSources.Contains(record.Key.Id)
        || (record.LinkedTo is { } became && found.ErasedSources.Contains(became))
        || (record.Email is { } email && found.ErasedEmails.Contains(email));

    // The mapper leaves out what is never imported, so a lone record's values are the row's, and none are kept beside it.
    private static CreateRow Create(IncomingRecord record) => new() { Leader = record.Source, Values = record.Values };
}
