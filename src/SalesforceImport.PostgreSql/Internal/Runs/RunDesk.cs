namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Opens and closes runs: leases first, then the epoch, in one transaction with the run's state.</summary>
internal sealed class RunDesk(Database database, LeaseHolder leases)
{
    public async Task<OpenedRun> OpenAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync((session, token) => FindAsync(session, opening.Run, token), cancellationToken).ConfigureAwait(false);
        if (known is { State: RunState.Completed })
        {
            return await database.ReadAsync((session, token) => DescribeAsync(session, opening, known.Epoch, token), cancellationToken).ConfigureAwait(false);
        }

        if (known is null && opening.New is null)
        {
            throw new UnknownRunException(opening.Run);
        }

        RecordKind[] kinds = [.. opening.Kinds.Concat(known?.Kinds ?? []).Distinct()];
        var session = await Lease.TakeAsync(database, kinds, cancellationToken).ConfigureAwait(false);
        try
        {
            var opened = await database.WriteAsync(session, (inner, token) => OpenAsync(inner, opening, token), cancellationToken).ConfigureAwait(false);
            if (opened.Run.State == RunState.Completed)
            {
                await Lease.ReleaseAsync(session).ConfigureAwait(false);
            }
            else
            {
                leases.Keep(new(database, opening.Run, opened.Epoch, kinds, session));
            }

            return opened;
        }
        catch
        {
            await Lease.ReleaseAsync(session).ConfigureAwait(false);
            throw;
        }
    }

    public async Task CloseAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async (session, token) =>
            {
                Run? run = null;
                long ofKinds = 0;
                var round = session.Round();
                Run.Lock(round, closing.Run, found => run = found);
                LeaseTable.LockEpochs(round, closing.Run, epoch => ofKinds = Math.Max(ofKinds, epoch));
                await round.SendAsync(token).ConfigureAwait(false);
                if (run is null)
                {
                    throw new UnknownRunException(closing.Run);
                }

                if (run.State != RunState.Completed && !run.IsSuperseded(closing.Epoch, ofKinds))
                {
                    await RunTable.CloseAsync(session, closing, token).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        await leases.ReleaseAsync(closing.Run, closing.Epoch).ConfigureAwait(false);
    }

    private static async Task<Run?> FindAsync(Session session, string id, CancellationToken cancellationToken)
    {
        Run? run = null;
        await session.Round().Read($"SELECT {Run.Columns} FROM imports i WHERE i.id = $1", [id], row => run = Run.Read(row))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return run;
    }

    private static async Task<OpenedRun> OpenAsync(Session session, RunOpening opening, CancellationToken cancellationToken)
    {
        Run? run = null;
        var round = session.Round();
        Run.Lock(round, opening.Run, found => run = found);
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        long epoch = run is { State: RunState.Completed }
            ? run.Epoch
            : await RunTable.OpenAsync(session, opening, run, cancellationToken).ConfigureAwait(false);
        return await DescribeAsync(session, opening, epoch, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<OpenedRun> DescribeAsync(Session session, RunOpening opening, long epoch, CancellationToken cancellationToken)
    {
        var empty = new List<RecordKind>();
        foreach (var kind in opening.Kinds.Distinct())
        {
            if (await IsEmptyAsync(session, kind, cancellationToken).ConfigureAwait(false))
            {
                empty.Add(kind);
            }
        }

        return new()
        {
            Run = (await RunTable.FindAsync(session, opening.Run, cancellationToken).ConfigureAwait(false))!,
            Epoch = epoch,
            EmptyKinds = empty,
        };
    }

    private static async Task<bool> IsEmptyAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        bool hasTable = false;
        bool known = false;
        await session.Round()
            .Read("SELECT to_regclass($1) IS NOT NULL", [kind.Table()], row => hasTable = row.GetBoolean(0))
            .Read(
                "SELECT EXISTS (SELECT FROM import_sources WHERE kind = $1) OR EXISTS (SELECT FROM import_erasures WHERE kind = $1) OR EXISTS (SELECT FROM import_erased_emails WHERE kind = $1)",
                [kind.Name()],
                row => known = row.GetBoolean(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        if (hasTable && !known)
        {
            await session.Round().Read($"SELECT EXISTS (SELECT FROM {kind.Table()})", [], row => known = row.GetBoolean(0))
                .SendAsync(cancellationToken).ConfigureAwait(false);
        }

        return !known;
    }
}
