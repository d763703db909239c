using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Removes the rows that the run created, unless somebody else has written them.</summary>
internal sealed class RemovingPhase(UndoScope scope, RecordKind kind) : IUndoPhase
{
    private List<long> _created = [];

    public async Task<UndoPosition?> ReadAsync(UndoPosition position, CancellationToken cancellationToken)
    {
        var members = await scope.Store.ReadListAsync(scope.Plan.Undoes, kind, position.AfterRow, scope.PageSize, cancellationToken).ConfigureAwait(false);
        _created = [.. members.Where(member => member.Created).Select(member => member.RowId)];
        return members.Count > 0 ? position with { AfterRow = members[^1].RowId } : null;
    }

    public async Task<UndoDecision> DecideAsync(IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken)
    {
        var decision = new UndoDecision();
        foreach (var row in await scope.FindAsync(kind, _created, cancellationToken).ConfigureAwait(false))
        {
            if (await ReasonToLeaveAsync(row, spared, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                decision.Left.Add(new() { Kind = kind, RowId = row.Id, Record = row.Leader?.Id, Reason = reason });
            }
            else
            {
                decision.Remove(row);
            }
        }

        return decision;
    }

    private async Task<UndoLeftReason?> ReasonToLeaveAsync(
        StoredRow row, IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken)
    {
        if (spared.TryGetValue(row.Id, out var reason))
        {
            return reason;
        }

        if (row.WrittenByHost)
        {
            return UndoLeftReason.WrittenByHost;
        }

        foreach (string run in row.ChangedByRuns)
        {
            if (await scope.StandsAsync(run, cancellationToken).ConfigureAwait(false))
            {
                return UndoLeftReason.ChangedByNewerRun;
            }
        }

        return null;
    }
}
