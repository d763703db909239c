namespace SalesforceImport.Sqlite.Internal;

/// <summary>One change set on its way in, within one transaction: refused, found in conflict, or applied whole.</summary>
internal sealed class ChangeSetApplier(Session session, KindLayout layout, ChangeSet set)
{
    public ApplyResult Apply()
    {
        var run = Run.Get(session, set.Run);
        if (run.IsSuperseded(set.Epoch))
        {
            return ApplyResult.Superseded;
        }

        if (set.Sequence <= run.Sequence)
        {
            return ApplyResult.AlreadyApplied;
        }

        if (set.Sequence != run.Sequence + 1)
        {
            throw new InvalidOperationException(
                $"Change set {set.Sequence} of run '{set.Run}' leaves a gap: the last one applied is {run.Sequence}.");
        }

        var check = new ChangeSetCheck(session, layout, set);
        var sources = new SourceTable(session, layout);
        if (check.Find(sources, leaveCreatedToIndex: true) is { } conflict)
        {
            return conflict;
        }

        try
        {
            Carry(run, sources, check.Rows);
        }
        catch (RowReferencedException referenced)
        {
            session.Rollback();
            return ApplyResult.Refused([referenced.Row]);
        }
        catch (SourceClashException clash)
        {
            return Explain(clash, check);
        }

        CarryLinks(run);
        foreach (var log in set.Logs)
        {
            LogTable.Add(session, run.Number, set.Sequence, log);
        }

        run.Advance(set.Sequence, set.Checkpoint);
        return ApplyResult.Applied;
    }

    private void Carry(Run run, SourceTable sources, Dictionary<long, RowFacts> rows)
    {
        var loose = session.Loose(layout.Kind);
        loose?.Restart();
        var placer = new SourcePlacer(session, layout, sources, set);
        var updater = new RowUpdater(session, layout, sources, placer, run);
        new SourceKeeper(session, layout, sources, run).Keep(set.Changes, rows);
        Drop(sources, updater, new(session, layout, sources, run), rows);

        var creator = new RowCreator(session, layout, placer, run);
        var restorer = new RowRestorer(session, layout, placer, run);
        foreach (var change in set.Changes)
        {
            switch (change)
            {
                case CreateRow create:
                    creator.Create(create);
                    break;
                case UpdateRow update:
                    updater.Update(update, rows[update.Id]);
                    break;
                case RestoreRow restore:
                    restorer.Restore(restore);
                    break;
            }
        }

        foreach (var orphan in set.PutOrphans)
        {
            placer.PlaceOrphan(orphan);
        }

        loose?.Write();
        if (creator.First > 0)
        {
            ListTable.Widen(session, run.Number, layout.Kind, creator.First, creator.Last);
        }
    }

    private void CarryLinks(Run run)
    {
        var links = new LinkTable(session, set.Org, run);
        foreach (var key in set.DroppedLinks)
        {
            links.Drop(key);
        }

        foreach (var link in set.PutLinks)
        {
            links.Put(link);
        }
    }

    // Sources move between rows within a set, so all that goes has gone before anything is put.
    private void Drop(SourceTable sources, RowUpdater updater, RowRemover remover, Dictionary<long, RowFacts> rows)
    {
        foreach (var change in set.Changes)
        {
            switch (change)
            {
                case RemoveRow remove:
                    remover.Remove(remove, rows[remove.Id]);
                    break;
                case UpdateRow update:
                    updater.Drop(update, rows[update.Id]);
                    break;
            }
        }

        foreach (var key in set.DroppedOrphans)
        {
            sources.DropOrphan(key);
        }
    }

    /// <summary>A record that clashes with a row the change set does not know of has appeared since; otherwise the set contradicts itself.</summary>
    private ApplyResult Explain(SourceClashException clash, ChangeSetCheck check)
    {
        session.Rollback();
        if (check.Find(new(session, layout), leaveCreatedToIndex: false) is { } conflict)
        {
            return conflict;
        }

        var owners = new HashSet<long>();
        new KeyLookup(session, layout, new(session, layout)).FindSource(clash.Key, owners, []);
        return owners.Count > 0 && !owners.Overlaps(check.Rows.Keys)
            ? ApplyResult.Conflict([], [clash.Key.Id], [])
            : throw new InvalidOperationException(clash.Message, clash);
    }
}
