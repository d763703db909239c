using SalesforceImport.Mapping;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Decides what a row that was there before the run and still is gets back: pure.</summary>
internal sealed class RowReversion(KindSchema schema)
{
    /// <param name="past">The row, before the run, after it, and now.</param>
    /// <param name="back">Records that had gone with the run and are free to come back.</param>
    /// <param name="decision">Takes what is left as it is, and records that belong to no row any more.</param>
    public UpdateRow? Decide(RowPast past, List<SourceImage> back, UndoDecision decision)
    {
        var row = past.Row;
        var changes = Values(past, decision);
        var values = row.Values.ToArray();
        foreach (var change in changes)
        {
            values[change.Property] = change.After;
        }

        var sources = Stay(past, decision).Concat(back).ToList();
        var leader = SourceImage.LeaderOf(sources);
        if (leader is null)
        {
            decision.Orphan(sources.Select(source => source.Stored));
            sources.Clear();
        }

        var stored = leader is null ? null : AsLeader(leader, values, row);
        bool leads = stored is null || (row.Leader == stored.Key && IsStoredAs(past, stored));
        var puts = sources
            .Where(source => source != leader)
            .Select(source => source.ToStored(ownValues: false))
            .Where(source => row.Leader == source.Key || !IsStoredAs(past, source))
            .ToList();
        var dropped = past.Now.Sources.Keys.Except(sources.Select(source => source.Key)).ToList();
        return changes.Count == 0 && leads && puts.Count == 0 && dropped.Count == 0 ? null : new()
        {
            Id = row.Id,
            Version = row.Version,
            Properties = changes,
            ChangesOfRun = changes,
            Leader = leads ? null : stored,
            PutSources = puts,
            DroppedSources = dropped,
        };
    }

    private List<PropertyChange> Values(RowPast past, UndoDecision decision)
    {
        var changes = new List<PropertyChange>();
        foreach (var change in past.Entry.Changes)
        {
            int index = schema.Store.IndexOf(change.Property);
            if (index < 0 || past.Row.Values[index] == past.Before.Values[index])
            {
                continue;
            }

            var now = past.Row.Values[index];
            UndoLeftReason? reason =
                past.HasChangedSince(change.Property) ? UndoLeftReason.ChangedByNewerRun
                : now != change.After ? UndoLeftReason.WrittenByHost
                : schema.Properties[index].IsOptOut && IsTrue(now) ? UndoLeftReason.OptOutKept
                : null;
            if (reason is { } left)
            {
                decision.Left.Add(new() { Kind = schema.Kind, RowId = past.Row.Id, Property = change.Property, Reason = left });
            }
            else
            {
                changes.Add(new(index, now, past.Before.Values[index]));
            }
        }

        return changes;
    }

    /// <summary>The records that the row keeps, each without what the run did to it.</summary>
    private IEnumerable<SourceImage> Stay(RowPast past, UndoDecision decision)
    {
        foreach (var now in past.Now.Sources.Values)
        {
            bool wasBefore = past.Before.Sources.TryGetValue(now.Key, out var before);
            bool wasAfter = past.After.Sources.TryGetValue(now.Key, out var after);
            if (wasBefore && wasAfter)
            {
                yield return now.Without(before!, after!);
                continue;
            }

            if (wasAfter)
            {
                // It came with the run, and a newer one has read it anew: it would have come with that one.
                decision.Left.Add(new() { Kind = schema.Kind, RowId = past.Row.Id, Record = now.Key.Id, Reason = UndoLeftReason.ChangedByNewerRun });
            }

            yield return now;
        }
    }

    private StoredSource AsLeader(SourceImage leader, FieldValue[] values, StoredRow row)
    {
        // In a row that a run created, values beside the leader may be there to tell that the run had not read it.
        bool mayBeOwn = leader.WasOwn || row.CreatedByRun is null;
        return leader.ToStored(mayBeOwn && leader.Values is { } own && RowValues.AreOwn(schema, own, values));
    }

    private static bool IsStoredAs(RowPast past, StoredSource wanted) =>
        past.Now.Sources.TryGetValue(wanted.Key, out var now) && SourceNode.From(now.Stored, past.Row).IsStoredAs(wanted);

    private static bool IsTrue(FieldValue value) => value is { IsNull: false, Type: PropertyType.Boolean } && value.AsBoolean();
}
