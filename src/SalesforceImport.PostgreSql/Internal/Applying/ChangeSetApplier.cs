namespace SalesforceImport.PostgreSql.Internal;

/// <summary>One change set on its way in, within one transaction: refused, found in conflict, or applied whole.</summary>
internal sealed class ChangeSetApplier(Session session, KindLayout layout, ChangeSet set)
{
    private readonly List<CreateRow> _creates = [.. set.Changes.OfType<CreateRow>()];
    private readonly List<UpdateRow> _updates = [.. set.Changes.OfType<UpdateRow>()];
    private readonly List<RemoveRow> _removals = [.. set.Changes.OfType<RemoveRow>()];
    private readonly List<RestoreRow> _restores = [.. set.Changes.OfType<RestoreRow>()];

    public RefusedTexts Refused { get; } = new();

    /// <exception cref="SourceClashException">A record would belong to two rows; nothing stays of what was done.</exception>
    /// <exception cref="RowsReferencedException">A row that was to go is referred to; nothing stays of what was done.</exception>
    public async Task<ApplyResult> ApplyAsync(CancellationToken cancellationToken)
    {
        var (run, ground, refusal) = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        var check = new ChangeSetCheck(layout, ground, set);
        if (await check.FindAsync(session, leaveCreatedToIndex: true, cancellationToken).ConfigureAwait(false) is { } conflict)
        {
            return conflict;
        }

        var placements = new Placements(layout);
        var placer = new SourcePlacer(session, layout, ground);
        await new SourceKeeper(session, layout, run).KeepAsync(set.Changes, check.Rows, cancellationToken).ConfigureAwait(false);
        await DropAsync(run, check.Rows, placements, cancellationToken).ConfigureAwait(false);
        var last = session.Round();
        var writer = new RowWriter(layout, Refused);
        if (_creates.Count > 0)
        {
            await new RowCreator(session, layout, run, writer).CreateAsync(_creates, cancellationToken).ConfigureAwait(false);
            await SettleCreatedAsync(run, placements, placer, last, cancellationToken).ConfigureAwait(false);
        }

        if (_restores.Count > 0)
        {
            await new RowRestorer(session, layout, run, writer).RestoreAsync(_restores, placements, cancellationToken).ConfigureAwait(false);
        }

        await UpdateAsync(run, check.Rows, placements, last, cancellationToken).ConfigureAwait(false);
        placements.Add(set.PutOrphans, row: null);
        await placer.PlaceAsync(placements, cancellationToken).ConfigureAwait(false);
        LinkTable.Drop(last, run.Number, set.Org, set.DroppedLinks);
        LinkTable.Put(last, run.Number, set.Org, set.PutLinks);
        foreach (var log in set.Logs)
        {
            LogTable.Add(last, run.Number, set.Sequence, log);
        }

        await last
            .Run("UPDATE imports SET sequence = $1, checkpoint = $2 WHERE number = $3", set.Sequence, set.Checkpoint, run.Number)
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return ApplyResult.Applied;
    }

    private async Task<(Run Run, Ground Ground, ApplyResult? Refusal)> OpenAsync(CancellationToken cancellationToken)
    {
        Run? run = null;
        Ground ground = null!;
        long ofKinds = 0;
        var round = session.Round();
        Run.Lock(round, set.Run, found => run = found);
        LeaseTable.LockEpochs(round, set.Run, epoch => ofKinds = Math.Max(ofKinds, epoch));
        Ground.Read(round, layout, session.Address, found => ground = found);
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            throw new UnknownRunException(set.Run);
        }

        var refusal = run.IsSuperseded(set.Epoch, ofKinds) ? ApplyResult.Superseded
            : set.Sequence <= run.Sequence ? ApplyResult.AlreadyApplied
            : set.Sequence == run.Sequence + 1 ? null
            : throw new InvalidOperationException(
                $"Change set {set.Sequence} of run '{set.Run}' leaves a gap: the last one applied is {run.Sequence}.");
        return (run, ground, refusal);
    }

    // Sources move between rows within a set, so all that goes has gone before anything is put.
    private async Task DropAsync(Run run, Dictionary<long, RowFacts> rows, Placements placements, CancellationToken cancellationToken)
    {
        if (_removals.Count > 0)
        {
            await new RowRemover(session, layout.Kind, run).RemoveAsync(_removals, rows, cancellationToken).ConfigureAwait(false);
        }

        await new LeaderReleaser(session, layout, rows).ReleaseAsync(_updates, placements, cancellationToken).ConfigureAwait(false);
        if (set.DroppedOrphans.Count > 0)
        {
            var round = session.Round();
            SourceTable.Drop(round, layout, set.DroppedOrphans);
            await round.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SettleCreatedAsync(
        Run run, Placements placements, SourcePlacer placer, Round last, CancellationToken cancellationToken)
    {
        var wanted = _creates.Where(create => create.OtherSources.Count > 0 || !SourceTable.IsPlain(create.Leader)).ToList();
        var (firstKey, lastKey) = (_creates[0].Leader.Key, _creates[^1].Leader.Key);
        HashSet<SourceKey> leaders = [firstKey, lastKey, .. wanted.Select(create => create.Leader.Key)];
        var ids = await RowCreator.ReadIdsAsync(session, layout, leaders, cancellationToken).ConfigureAwait(false);
        ListTable.Widen(last, run.Number, layout.Kind, ids[firstKey], ids[lastKey]);
        foreach (var create in wanted)
        {
            placements.AddLeader(create.Leader, ids[create.Leader.Key]);
            placements.Add(create.OtherSources, ids[create.Leader.Key]);
        }

        await placer.FreeAsync([.. _creates.Except(wanted).Select(create => create.Leader.Key)], cancellationToken).ConfigureAwait(false);
    }

    private async Task UpdateAsync(
        Run run, Dictionary<long, RowFacts> rows, Placements placements, Round last, CancellationToken cancellationToken)
    {
        if (_updates.Count == 0)
        {
            return;
        }

        await new RowUpdater(session, layout, Refused).UpdateAsync(_updates, rows, cancellationToken).ConfigureAwait(false);
        foreach (var update in _updates)
        {
            if (update.Leader is { } leader)
            {
                placements.AddLeader(leader, update.Id);
            }

            placements.Add(update.PutSources, update.Id);
        }

        // There was nothing before a row that the run itself created, and it is in the list by that.
        var older = _updates.Where(update => rows[update.Id].CreatedBy != run.Number).ToList();
        var history = older.Where(update => update.ChangesOfRun.Count > 0 || run.HasHistory).Select(Remember).ToList();
        if (history.Count > 0)
        {
            HistoryTable.Put(last, run.Number, layout.Kind, history);
        }

        long[] listed = [.. older.Where(update => update.AddToList).Select(update => update.Id)];
        if (listed.Length > 0)
        {
            ListTable.Add(last, run.Number, layout.Kind, listed);
        }
    }

    private HistoryLine Remember(UpdateRow update) => new(new()
    {
        RowId = update.Id,
        Kind = layout.Kind,
        Changes = [.. update.ChangesOfRun.Select(change =>
            new HistoryChange(layout.Schema.Properties[change.Property].Name, change.Before, change.After))],
    });
}
