namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// The leases of one opening: a session of its own that holds an advisory lock for each kind. The run's change sets are
/// applied on that session, so that a commit under way and the lease end together, whatever becomes of the process.
/// </summary>
internal sealed class Lease(Database database, string run, long epoch, IReadOnlyList<RecordKind> kinds, Session session) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Session _session = session;

    public string Run => run;

    public long Epoch => epoch;

    /// <summary>Takes the leases of all kinds, or none.</summary>
    /// <exception cref="RunLeaseException">A live process holds one of them.</exception>
    public static async Task<Session> TakeAsync(Database database, IEnumerable<RecordKind> kinds, CancellationToken cancellationToken)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await database.GuardedAsync(() => TakeAsync(session, kinds, cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseAsync(session).ConfigureAwait(false);
            throw;
        }
    }

    public static async Task ReleaseAsync(Session session)
    {
        try
        {
            if (session.IsOpen)
            {
                await LeaseTable.ReleaseAsync(session, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException)
        {
            // The locks went with the connection.
        }
        finally
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs work in a transaction on the session that holds the leases.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_session.IsOpen)
            {
                await _session.DisposeAsync().ConfigureAwait(false);
                _session = await TakeAgainAsync(cancellationToken).ConfigureAwait(false);
            }

            return await database.WriteAsync(_session, work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        await ReleaseAsync(_session).ConfigureAwait(false);
        _gate.Dispose();
    }

    /// <summary>
    /// After the connection was lost: the server may take a moment to notice, and lets the locks go then. An opening that
    /// has been superseded meanwhile takes none: the change set to come will learn of it.
    /// </summary>
    private async Task<Session> TakeAgainAsync(CancellationToken cancellationToken)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await database.GuardedAsync(() => SettledInAsync(session, cancellationToken)).ConfigureAwait(false);
            await database.WriteAsync(session, WaitForLocksAsync, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await ReleaseAsync(session).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> WaitForLocksAsync(Session session, CancellationToken cancellationToken)
    {
        long newest = 0;
        var round = session.Round();
        LeaseTable.LockEpochs(round, run, found => newest = Math.Max(newest, found));
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        foreach (var kind in kinds.Order().Where(_ => newest <= epoch))
        {
            await LeaseTable.WaitAsync(session, kind, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task<bool> SettledInAsync(Session session, CancellationToken cancellationToken)
    {
        await LeaseTable.SettleInAsync(session, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<Session> TakeAsync(Session session, IEnumerable<RecordKind> kinds, CancellationToken cancellationToken)
    {
        await LeaseTable.SettleInAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var kind in kinds.Distinct().Order())
        {
            if (!await LeaseTable.TryTakeAsync(session, kind, cancellationToken).ConfigureAwait(false))
            {
                throw new RunLeaseException(kind, await LeaseTable.HolderAsync(session, kind, cancellationToken).ConfigureAwait(false));
            }
        }

        return session;
    }
}
