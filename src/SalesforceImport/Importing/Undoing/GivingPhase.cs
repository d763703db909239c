using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>
/// Gives rows back the values and the records that they had before the run, and puts back the rows that it removed. By now
/// <see cref="TakingPhase"/> and <see cref="RemovingPhase"/> have freed every record that is free to move.
/// </summary>
internal sealed class GivingPhase(UndoScope scope, KindSchema schema) : IUndoPhase
{
    private readonly PastReader _pasts = new(scope, schema);
    private readonly RowReversion _reversion = new(schema);
    private IReadOnlyList<HistoryEntry> _entries = [];

    public async Task<UndoPosition?> ReadAsync(UndoPosition position, CancellationToken cancellationToken)
    {
        _entries = await scope.Store.ReadHistoryAsync(scope.Plan.Undoes, schema.Kind, position.AfterRow, scope.PageSize, cancellationToken).ConfigureAwait(false);
        return _entries.Count > 0 ? position with { AfterRow = _entries[^1].RowId } : null;
    }

    public async Task<UndoDecision> DecideAsync(IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken)
    {
        var decision = new UndoDecision();
        var pasts = await _pasts.ReadAsync(_entries, cancellationToken).ConfigureAwait(false);
        var removed = _entries.Where(entry => entry.Removed && !pasts.ContainsKey(entry.RowId)).ToDictionary(entry => entry.RowId, Image);
        var wanted = pasts.Values.SelectMany(past => past.Lost())
            .Concat(removed.SelectMany(row => row.Value.Sources.Values))
            .Select(source => source.Stored);
        var free = await FreeRecords.FindAsync(scope, schema.Kind, wanted, cancellationToken).ConfigureAwait(false);
        foreach (var entry in _entries)
        {
            if (spared.TryGetValue(entry.RowId, out var reason))
            {
                Leave(entry.RowId, reason, decision);
            }
            else if (removed.TryGetValue(entry.RowId, out var image))
            {
                await RestoreAsync(entry, image.Values, free.Among(image.Sources.Values, entry.RowId, schema.Kind, decision), decision, cancellationToken)
                    .ConfigureAwait(false);
            }
            else if (pasts.TryGetValue(entry.RowId, out var past))
            {
                Revert(past, free, decision);
            }
            else if (!entry.Restored && !await WasRemovedHereAsync(entry.RowId, cancellationToken).ConfigureAwait(false))
            {
                Leave(entry.RowId, UndoLeftReason.RowGone, decision);
            }
        }

        return decision;
    }

    private void Revert(RowPast past, FreeRecords free, UndoDecision decision)
    {
        if (past.Entry.Removed || past.Entry.Restored)
        {
            return;
        }

        var back = free.Among(past.Lost(), past.Row.Id, schema.Kind, decision);
        if (_reversion.Decide(past, back, decision) is { } update)
        {
            decision.Changes.Add(update);
            decision.Reverted += past.IsTouchedBy(scope.Run) ? 0 : 1;
        }
    }

    private async Task RestoreAsync(
        HistoryEntry entry, FieldValue[] values, List<SourceImage> sources, UndoDecision decision, CancellationToken cancellationToken)
    {
        if (!scope.Plan.IsRedo && await scope.IsUndoneAsync(entry.CreatedByRun, cancellationToken).ConfigureAwait(false))
        {
            Leave(entry.RowId, UndoLeftReason.CreatorUndone, decision);
            return;
        }

        var leader = SourceImage.LeaderOf(sources);
        if (leader is null && entry.CreatedByRun is not null)
        {
            // Nothing feeds it any more: what it said has gone to other rows, and each of them was reported.
            return;
        }

        decision.Changes.Add(new RestoreRow
        {
            Id = entry.RowId,
            Values = values,
            Leader = leader?.ToStored(leader.WasOwn && leader.Key == entry.LeaderBefore),
            OtherSources = leader is null ? [] : [.. sources.Where(source => source != leader).Select(source => source.ToStored(ownValues: false))],
            CreatedByRun = entry.CreatedByRun,
        });
        decision.Restored++;
    }

    private (FieldValue[] Values, Dictionary<SourceKey, SourceImage> Sources) Image(HistoryEntry entry)
    {
        var values = new FieldValue[schema.Count];
        foreach (var change in entry.Changes)
        {
            if (schema.Store.IndexOf(change.Property) is >= 0 and var index)
            {
                values[index] = change.Before;
            }
        }

        return (values, SourceImage.Of(entry.SourcesBefore ?? [], entry.LeaderBefore, values));
    }

    /// <summary>Whether this very undo has removed the row: then it is not left, but gone for good reason.</summary>
    private async Task<bool> WasRemovedHereAsync(long row, CancellationToken cancellationToken) =>
        await new HistoryWalk(scope.Store, scope.Run, schema.Kind).FindAsync(row, cancellationToken).ConfigureAwait(false) is { Removed: true };

    private void Leave(long row, UndoLeftReason reason, UndoDecision decision) =>
        decision.Left.Add(new() { Kind = schema.Kind, RowId = row, Reason = reason });
}
