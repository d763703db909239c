namespace SalesforceImport.Sqlite.Internal;

/// <summary>Opens and closes runs: leases first, then the epoch, in one transaction with the run's state.</summary>
internal sealed class RunDesk(Database database, LeaseHolder leases)
{
    public async Task<OpenedRun> OpenAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(session => Run.Find(session, opening.Run), cancellationToken).ConfigureAwait(false);
        if (known is null && opening.New is null)
        {
            throw new UnknownRunException(opening.Run);
        }

        // A lock is held while the transaction is tried, so that an opening which fails leaves nothing behind.
        var locks = known is { State: RunState.Completed }
            ? []
            : await database.WithWriterAsync(session => leases.Take(session, opening.Kinds.Concat(known?.Kinds ?? [])), cancellationToken)
                .ConfigureAwait(false);
        try
        {
            var opened = await database.WriteAsync(session => Open(session, opening), cancellationToken).ConfigureAwait(false);
            if (opened.Run.State == RunState.Completed)
            {
                LeaseHolder.Release(locks);
            }
            else
            {
                await LoosenAsync(opened.EmptyKinds, cancellationToken).ConfigureAwait(false);
                leases.Keep(opening.Run, opened.Epoch, locks);
            }

            return opened;
        }
        catch
        {
            LeaseHolder.Release(locks);
            throw;
        }
    }

    /// <exception cref="RunLeaseException">A live process holds a lease on one of the kinds.</exception>
    public Task CheckLeasesAsync(IReadOnlyCollection<RecordKind> kinds, CancellationToken cancellationToken) => database.WithWriterAsync(
        session =>
        {
            LeaseHolder.Release(leases.Take(session, kinds));
            return true;
        },
        cancellationToken);

    public async Task CloseAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            session =>
            {
                var run = Run.Get(session, closing.Run);
                if (run.State != RunState.Completed && !run.IsSuperseded(closing.Epoch))
                {
                    RunTable.Close(session, closing);
                    Tighten(session, run.Kinds, makeIndexes: closing.State == RunState.Completed);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        leases.Release(closing.Run, closing.Epoch);
    }

    /// <summary>A first import does without the index over e-mails.</summary>
    private Task<bool> LoosenAsync(IReadOnlyCollection<RecordKind> kinds, CancellationToken cancellationToken) => database.WithWriterAsync(
        session =>
        {
            session.BeginWrite(cancellationToken);
            try
            {
                var begun = kinds
                    .Where(kind => KindTable.Exists(session, kind) && session.Loose(kind) is null)
                    .Select(kind => (kind, loose: LooseEmails.Begin(session, kind)))
                    .ToList();
                session.Commit();
                begun.ForEach(one => session.Keep(one.kind, one.loose));
                return true;
            }
            finally
            {
                session.Rollback();
            }
        },
        cancellationToken);

    // A run that stops before its end stops at once: the next opening makes the index, if the next preparation has not.
    private static void Tighten(Session session, IEnumerable<RecordKind> kinds, bool makeIndexes)
    {
        foreach (var kind in kinds)
        {
            if (session.TakeLoose(kind, out var loose))
            {
                loose.End();
            }

            if (makeIndexes && KindTable.Exists(session, kind))
            {
                session.Execute(MatchEmails.CreateIndex(kind));
            }
        }
    }

    private static OpenedRun Open(Session session, RunOpening opening)
    {
        var run = Run.Find(session, opening.Run);
        long epoch = run?.Epoch ?? 0;
        if (run is not { State: RunState.Completed })
        {
            if (run is null)
            {
                RunTable.Add(session, opening, opening.New ?? throw new UnknownRunException(opening.Run));
            }

            epoch = LeaseTable.NextEpoch(session);
            RunTable.Reopen(session, opening, epoch);
            foreach (var kind in opening.Kinds.Concat(run?.Kinds ?? []))
            {
                LeaseTable.Take(session, kind, epoch, $"run '{opening.Run}' of {opening.Holder}");
            }
        }

        var kinds = opening.Kinds.Distinct().ToLookup(kind => IsEmpty(session, kind));
        if (run is not { State: RunState.Completed })
        {
            Tighten(session, kinds[false], makeIndexes: true);
        }

        return new()
        {
            Run = RunTable.Find(session, opening.Run)!,
            Epoch = epoch,
            EmptyKinds = [.. kinds[true]],
        };
    }

    private static bool IsEmpty(Session session, RecordKind kind)
    {
        bool Any(string table) => session.Get($"SELECT 1 FROM {table} WHERE kind = ?1 LIMIT 1").Bind(1, kind.Name()).Any();
        return !(KindTable.Exists(session, kind) && session.Get($"SELECT 1 FROM {kind.Table()} LIMIT 1").Any())
            && !Any("import_sources") && !Any("import_erasures") && !Any("import_erased_emails");
    }
}
