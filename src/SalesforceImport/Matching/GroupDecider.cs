using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>Decides one group: the changes to its row, and what becomes of its records.</summary>
internal sealed class GroupDecider(KindSchema schema, string run, bool listAll)
{
    public void Decide(SourceGroup group, BatchDecision decision)
    {
        if (group.IsOrphaned)
        {
            Orphan(group, decision);
        }
        else if (group.Row is null)
        {
            Create(group, decision);
        }
        else
        {
            Change(group, group.Row, decision);
        }

        foreach (var node in group.Nodes.Where(node => node is { Row: null, Stored: not null } && !group.IsOrphaned))
        {
            decision.DroppedOrphans.Add(node.Key);
        }

        foreach (var merged in group.MergedRows)
        {
            decision.Changes.Add(new RemoveRow { Id = merged.Id, Version = merged.Version, MergedInto = group.Row!.Id });
        }
    }

    private void Create(SourceGroup group, BatchDecision decision)
    {
        var leader = group.Feeders[0];
        var (values, own) = RowValues.ForNewRow(schema, Contributions(group));
        decision.Changes.Add(new CreateRow
        {
            // A leader that this batch did not read is no proof that the run has: its values are kept beside it.
            Leader = leader.ToStored(ownValues: own && leader.IsIncoming),
            Values = values,
            OtherSources = [.. group.Nodes.Where(node => node != leader).Select(node => node.ToStored(ownValues: false))],
        });
        Tell(group, leader, RecordOutcome.Created, decision);
    }

    private void Change(SourceGroup group, StoredRow row, BatchDecision decision)
    {
        bool created = row.CreatedByRun == run;
        var leader = group.Feeders[0];
        var values = RowValues.ForRow(schema, Contributions(group), row, created);
        var now = RowValues.Changes(row, values);
        var ofRun = created ? [] : RowValues.ChangesOfRun(row, values, now);

        var storedLeader = leader.ToStored(RowValues.AreOwn(schema, leader.Values!, values) && IsProof(leader, row, created));
        bool leads = row.Leader == leader.Key && leader.IsStoredAs(storedLeader);
        var puts = group.Nodes
            .Where(node => node != leader)
            .Select(node => (node, stored: node.ToStored(ownValues: false)))
            .Where(pair => pair.node.Row != row || row.Leader == pair.node.Key || !pair.node.IsStoredAs(pair.stored))
            .Select(pair => pair.stored)
            .ToList();
        var dropped = row.Sources.Select(source => source.Key).Except(group.Nodes.Select(node => node.Key)).ToList();

        bool list = listAll && !created && group.Nodes.Any(node => node.IsIncoming);
        if (now.Count > 0 || !leads || puts.Count > 0 || dropped.Count > 0 || list)
        {
            decision.Changes.Add(new UpdateRow
            {
                Id = row.Id,
                Version = row.Version,
                Properties = now,
                ChangesOfRun = ofRun,
                Leader = leads ? null : storedLeader,
                PutSources = puts,
                DroppedSources = dropped,
                AddToList = list,
            });
        }

        Tell(group, leader, created ? RecordOutcome.Created : ofRun.Count > 0 ? RecordOutcome.Updated : RecordOutcome.Unchanged, decision);
    }

    /// <summary>
    /// A row that this run created and whose leader keeps no values beside it proves that the run has read the leader. For
    /// one that the run has only moved there, that must not be made to look so.
    /// </summary>
    private static bool IsProof(SourceNode leader, StoredRow row, bool created) =>
        !created || leader.IsIncoming || (leader.Row == row && leader.Stored is { Values: null });

    private static void Orphan(SourceGroup group, BatchDecision decision)
    {
        foreach (var node in group.Nodes)
        {
            var wanted = node.ToStored(ownValues: false);
            if (node.LinkedTo is not null && (node.Row is not null || !node.IsStoredAs(wanted)))
            {
                decision.PutOrphans.Add(wanted);
            }

            if (node.IsIncoming)
            {
                decision.Results.Add(new(node.Key.Id, RecordOutcome.Skipped, node.LeftOut));
            }
        }
    }

    private static List<IReadOnlyList<FieldValue>> Contributions(SourceGroup group) =>
        [.. group.Feeders.Select(node => node.Values!)];

    /// <summary>What becomes of the group's records: of those just read, and of earlier ones if this changes it.</summary>
    private void Tell(SourceGroup group, SourceNode leader, RecordOutcome ofLeader, BatchDecision decision)
    {
        foreach (var node in group.Nodes)
        {
            var becomes = !node.Contributes ? RecordOutcome.Skipped : node == leader ? ofLeader : RecordOutcome.Collapsed;
            if (node.IsIncoming)
            {
                decision.Results.Add(new(node.Key.Id, becomes, node.Contributes ? RecordReason.None : node.LeftOut));
            }
            else if (node is { Row: { } row, Stored: { Contributes: true } stored } && node.Contributes && Was(node, row) is var was && was != becomes)
            {
                bool surely = row.CreatedByRun == run && row.Sources.Count == 1 && stored.Values is null;
                decision.Amendments.Add(new(node.Object, node.Key.Id, was, becomes, surely));
            }
        }
    }

    private RecordOutcome Was(SourceNode node, StoredRow row) =>
        !node.LedItsRow ? RecordOutcome.Collapsed
        : row.CreatedByRun == run ? RecordOutcome.Created
        : row.ChangesOfRun.Count > 0 ? RecordOutcome.Updated
        : RecordOutcome.Unchanged;
}
