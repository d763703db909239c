using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>
/// Takes from rows the records that came with the run. It goes before <see cref="GivingPhase"/>, through all rows: a record
/// belongs to one row at most, and the row it goes back to may be in any other batch.
/// </summary>
internal sealed class TakingPhase(UndoScope scope, KindSchema schema) : IUndoPhase
{
    private readonly PastReader _pasts = new(scope, schema);
    private readonly HistoryWalk _removals = new(scope.Store, scope.Plan.Import, schema.Kind);
    private IReadOnlyList<HistoryEntry> _entries = [];

    public async Task<UndoPosition?> ReadAsync(UndoPosition position, CancellationToken cancellationToken)
    {
        _entries = await scope.Store.ReadHistoryAsync(scope.Plan.Undoes, schema.Kind, position.AfterRow, scope.PageSize, cancellationToken).ConfigureAwait(false);
        return _entries.Count > 0 ? position with { AfterRow = _entries[^1].RowId } : null;
    }

    public async Task<UndoDecision> DecideAsync(IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken)
    {
        var decision = new UndoDecision();
        foreach (var (id, past) in await _pasts.ReadAsync(_entries, cancellationToken).ConfigureAwait(false))
        {
            if (spared.TryGetValue(id, out var reason))
            {
                decision.Left.Add(new() { Kind = schema.Kind, RowId = id, Reason = reason });
            }
            else if (past.Entry.Restored)
            {
                await RemoveAgainAsync(past, decision, cancellationToken).ConfigureAwait(false);
            }
            else if (!past.Entry.Removed)
            {
                await TakeAsync(past, decision, cancellationToken).ConfigureAwait(false);
            }
        }

        return decision;
    }

    private async Task TakeAsync(RowPast past, UndoDecision decision, CancellationToken cancellationToken)
    {
        if (await HasNoReasonLeftAsync(past, cancellationToken).ConfigureAwait(false))
        {
            decision.Remove(past.Row);
            return;
        }

        var gained = past.Gained();
        if (gained.Count > 0)
        {
            decision.Changes.Add(new UpdateRow { Id = past.Row.Id, Version = past.Row.Version, DroppedSources = [.. gained.Select(source => source.Key)] });
            decision.Orphan(gained.Select(source => source.Stored));
            decision.Reverted++;
        }
    }

    /// <summary>The run that created the row was undone before, and left it only because of the one that is undone now.</summary>
    private async Task<bool> HasNoReasonLeftAsync(RowPast past, CancellationToken cancellationToken)
    {
        if (scope.Plan.IsRedo || past.Row.WrittenByHost || !await scope.IsUndoneAsync(past.Row.CreatedByRun, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        foreach (string run in past.Row.ChangedByRuns)
        {
            if (await scope.StandsAsync(run, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The import had merged the row away, and its undo had put it back.</summary>
    private async Task RemoveAgainAsync(RowPast past, UndoDecision decision, CancellationToken cancellationToken)
    {
        if (await _removals.FindAsync(past.Row.Id, cancellationToken).ConfigureAwait(false) is not { Removed: true } removal)
        {
            return;
        }

        // A row that the host made itself does not tell who writes it: its values do.
        bool asItWas = schema.Properties.Select(property => property.Name)
            .Zip(past.Row.Values)
            .All(pair => removal.Changes.FirstOrDefault(change => string.Equals(change.Property, pair.First, StringComparison.OrdinalIgnoreCase)).Before == pair.Second);
        if (past.HasStandingChanges || !asItWas || past.Row.WrittenByHost)
        {
            var reason = past.HasStandingChanges ? UndoLeftReason.ChangedByNewerRun : UndoLeftReason.WrittenByHost;
            decision.Left.Add(new() { Kind = schema.Kind, RowId = past.Row.Id, Reason = reason });
        }
        else
        {
            decision.Remove(past.Row, removal.MergedInto);
        }
    }
}
