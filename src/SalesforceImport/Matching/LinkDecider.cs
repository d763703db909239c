using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>
/// Decides what a batch of records that tie others does to the links of the store: pure. Of several records that say the
/// same, the primary one counts, then the one with the lowest id.
/// </summary>
internal sealed class LinkDecider(string sObject, bool newestOnly)
{
    /// <param name="incoming">The records, failed ones left out.</param>
    /// <param name="known">The links of the store for their keys and, where they were read by whole ids, all links of those.</param>
    /// <param name="asked">The ids all of whose records are among the incoming.</param>
    /// <param name="readBefore">What became of records that known links come from and that this run has read already.</param>
    public LinkDecision Decide(
        IReadOnlyList<IncomingLink> incoming,
        IReadOnlyList<StoredLink> known,
        IReadOnlyCollection<SalesforceId> asked,
        IReadOnlyDictionary<SalesforceId, RecordResult> readBefore)
    {
        var decision = new LinkDecision();
        var links = known.ToDictionary(link => link.Key);
        var wanted = new HashSet<LinkKey>();
        foreach (var ofKey in Selected(incoming, decision).GroupBy(record => record.Link!.Key))
        {
            wanted.Add(ofKey.Key);
            Decide([.. ofKey.OrderByDescending(record => record.Link!.IsPrimary).ThenBy(record => record.Id)], links.GetValueOrDefault(ofKey.Key), readBefore, decision);
        }

        DropStale(known, asked, wanted, decision);
        return decision;
    }

    private IEnumerable<IncomingLink> Selected(IReadOnlyList<IncomingLink> incoming, LinkDecision decision)
    {
        foreach (var record in incoming.Where(record => record.Link is null))
        {
            decision.Results.Add(new(record.Id, RecordOutcome.Skipped, record.LeftOut));
        }

        var linked = incoming.Where(record => record.Link is not null);
        if (!newestOnly)
        {
            return linked;
        }

        var selected = new List<IncomingLink>();
        foreach (var ofContact in linked.GroupBy(record => record.Link!.Key.To))
        {
            var newest = ofContact.MaxBy(record => (record.Newest ?? DateTimeOffset.MinValue, record.Link!.Key.From))!.Link!.Key;
            foreach (var record in ofContact)
            {
                if (record.Link!.Key == newest)
                {
                    selected.Add(record);
                }
                else
                {
                    decision.Results.Add(new(record.Id, RecordOutcome.Skipped, RecordReason.NotNewest));
                }
            }
        }

        return selected;
    }

    private void Decide(List<IncomingLink> records, StoredLink? known, IReadOnlyDictionary<SalesforceId, RecordResult> readBefore, LinkDecision decision)
    {
        var first = records[0];
        if (known?.Record is { } earlier && earlier != first.Id && readBefore.TryGetValue(earlier, out var was))
        {
            if (Rank(known.IsPrimary, earlier).CompareTo(Rank(first.Link!.IsPrimary, first.Id)) < 0)
            {
                decision.Results.AddRange(records.Select(record => new RecordResult(record.Id, RecordOutcome.Collapsed)));
                return;
            }

            decision.Amendments.Add(new(sObject, earlier, was.Outcome, RecordOutcome.Collapsed, SurelyRead: true));
        }

        // A task's own person is told by the task, not by its relations.
        var link = first.Link!.Key.Kind == LinkKind.TaskContact ? first.Link with { IsPrimary = known?.IsPrimary ?? false } : first.Link;
        if (link != known)
        {
            decision.Puts.Add(link);
        }

        decision.Results.Add(new(first.Id, known is null ? RecordOutcome.Created : link == known ? RecordOutcome.Unchanged : RecordOutcome.Updated));
        decision.Results.AddRange(records.Skip(1).Select(record => new RecordResult(record.Id, RecordOutcome.Collapsed)));
    }

    private static (bool NotPrimary, SalesforceId Id) Rank(bool isPrimary, SalesforceId id) => (!isPrimary, id);

    /// <summary>All records of the ids asked for have come: a link that none of them says any more is gone.</summary>
    private static void DropStale(
        IReadOnlyList<StoredLink> known, IReadOnlyCollection<SalesforceId> asked, HashSet<LinkKey> wanted, LinkDecision decision)
    {
        var whole = asked.ToHashSet();
        foreach (var link in known.Where(link => link.Record is not null && whole.Contains(link.Key.To) && !wanted.Contains(link.Key)))
        {
            if (link is { Key.Kind: LinkKind.TaskContact, IsPrimary: true })
            {
                decision.Puts.Add(link with { Record = null });
            }
            else
            {
                decision.Drops.Add(link.Key);
            }
        }
    }
}
