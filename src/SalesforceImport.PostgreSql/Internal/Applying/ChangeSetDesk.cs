using Microsoft.Extensions.Logging;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Takes change sets to the database: on the session that holds the run's leases where this store holds them, and again
/// where the connection was lost on the way.
/// </summary>
internal sealed class ChangeSetDesk(Database database, LeaseHolder leases, ILogger logger)
{
    private const int MostAttempts = 3;

    public async Task<ApplyResult> ApplyAsync(KindLayout layout, ChangeSet set, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(layout, set, cancellationToken).ConfigureAwait(false);
            }
            catch (SalesforceImportException exception) when (PostgreSqlFault.IsLostConnection(exception.InnerException))
            {
                if (await WasAppliedAsync(set, cancellationToken).ConfigureAwait(false))
                {
                    return ApplyResult.Applied;
                }

                if (attempt == MostAttempts)
                {
                    throw;
                }

                Log.Reconnecting(logger, database.Address.Name, set.Sequence, set.Run);
            }
        }
    }

    private async Task<ApplyResult> OnceAsync(KindLayout layout, ChangeSet set, CancellationToken cancellationToken)
    {
        try
        {
            RefusedTexts? refused = null;
            var result = await WriteAsync(
                set,
                async (session, token) =>
                {
                    var applier = new ChangeSetApplier(session, layout, set);
                    refused = applier.Refused;
                    return await applier.ApplyAsync(token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            if (refused is { Count: > 0, Property: { } property } && result.Outcome == ApplyOutcome.Applied)
            {
                Log.KeptNul(logger, database.Address.Name, refused.Count, layout.Kind, property, refused.Record);
            }

            return result;
        }
        catch (RowsReferencedException referenced)
        {
            return await WriteAsync(
                set, (session, token) => RefusalExplanation.FindAsync(session, layout, referenced, token), cancellationToken).ConfigureAwait(false);
        }
        catch (SourceClashException clash)
        {
            return await WriteAsync(
                set, (session, token) => ClashExplanation.FindAsync(session, layout, set, clash, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<T> WriteAsync<T>(ChangeSet set, Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        leases.Find(set.Run, set.Epoch) is { } lease
            ? lease.WriteAsync(work, cancellationToken)
            : database.WriteAsync(work, cancellationToken);

    /// <summary>
    /// Whether a change set is in the database although the answer was lost. The run's line is locked by whoever applies, so
    /// that a commit still under way is waited for, and the answer is final.
    /// </summary>
    private Task<bool> WasAppliedAsync(ChangeSet set, CancellationToken cancellationToken) => database.WriteAsync(
        async (session, token) =>
        {
            Run? run = null;
            long ofKinds = 0;
            var round = session.Round();
            Run.Lock(round, set.Run, found => run = found);
            LeaseTable.LockEpochs(round, set.Run, epoch => ofKinds = Math.Max(ofKinds, epoch));
            await round.SendAsync(token).ConfigureAwait(false);
            return run is not null && run.Sequence >= set.Sequence && !run.IsSuperseded(set.Epoch, ofKinds);
        },
        cancellationToken);
}
