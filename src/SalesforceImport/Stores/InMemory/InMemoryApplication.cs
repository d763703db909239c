namespace SalesforceImport.Stores;

/// <summary>One change set on its way in: refused, found in conflict, or applied whole. Everything is checked before anything is touched.</summary>
internal sealed class InMemoryApplication(InMemoryDatabase database, InMemorySchema schema, ChangeSet set)
{
    private readonly InMemoryTable _table = schema.Table;

    public ApplyResult Apply()
    {
        var run = database.Runs.Get(set.Run);
        if (database.Runs.IsSuperseded(run, set.Epoch))
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

        if (FindConflict() is { } conflict)
        {
            return conflict;
        }

        new InMemoryChangeSetCheck(schema, set).Check();
        KeepSources(run);
        DropAndRemove(run);
        PutAndCreate(run);
        database.Links.Apply(set);
        run.Advance(set);
        return ApplyResult.Applied;
    }

    private ApplyResult? FindConflict()
    {
        var finder = new InMemoryFinder(database, schema);
        long[] rows =
        [
            .. set.Changes.Select(RowAndVersion).Where(row => row is var (id, version) && _table.Find(id)?.Version != version).Select(row => row!.Value.Id),
            .. set.Changes.OfType<RestoreRow>().Select(restore => restore.Id).Where(id => _table.Find(id) is not null),
        ];
        SalesforceId[] sources = [.. set.AbsentSources.Where(id => finder.Knows(new SourceKey(set.Org, id)))];
        string[] emails = [.. set.AbsentEmails.Where(email => finder.Knows(email, set.Org, set.EmailsOfAnyOrg))];
        return rows.Length + sources.Length + emails.Length > 0 ? ApplyResult.Conflict(rows, sources, emails) : null;
    }

    private static (long Id, long Version)? RowAndVersion(RowChange change) => change switch
    {
        UpdateRow update => (update.Id, update.Version),
        RemoveRow remove => (remove.Id, remove.Version),
        _ => null,
    };

    /// <summary>Before anything moves: the records of the rows that were there before the run and are about to gain or lose one.</summary>
    private void KeepSources(InMemoryRun run)
    {
        foreach (var change in set.Changes)
        {
            long? id = change switch
            {
                UpdateRow { Leader: null, PutSources.Count: 0, DroppedSources.Count: 0 } => null,
                UpdateRow update => update.Id,
                RemoveRow remove => remove.Id,
                _ => null,
            };
            if (id is { } changed && _table.Find(changed) is { } row && row.CreatedByRun != run.Id)
            {
                run.KeepSources(_table.Kind, row);
            }
        }
    }

    private void DropAndRemove(InMemoryRun run)
    {
        foreach (var change in set.Changes)
        {
            if (change is RemoveRow remove)
            {
                Remove(remove, run);
            }
            else if (change is UpdateRow { DroppedSources.Count: > 0 } update)
            {
                Drop(_table.Find(update.Id)!, update.DroppedSources);
            }
        }

        foreach (var key in set.DroppedOrphans)
        {
            _table.DropOrphan(key);
        }
    }

    private void Drop(InMemoryRow row, IReadOnlyList<SourceKey> keys) => _table.Change(row, () =>
    {
        foreach (var key in keys)
        {
            row.Sources.Remove(key);
            row.Leader = row.Leader == key ? null : row.Leader;
        }
    });

    private void Remove(RemoveRow remove, InMemoryRun run)
    {
        var row = _table.Find(remove.Id)!;
        if (row.CreatedByRun != run.Id)
        {
            run.SetHistory(new()
            {
                RowId = row.Id,
                Kind = _table.Kind,
                Changes = ImageBefore(row, run.HistoryOf(_table.Kind, row.Id)),
                Removed = true,
                MergedInto = remove.MergedInto,
                CreatedByRun = row.CreatedByRun,
            });
        }

        _table.Remove(row);
        database.Runs.DropFromLists(_table.Kind, row);
    }

    /// <summary>The row as it was before the run: as it stands, with what the run has changed put back.</summary>
    private HistoryChange[] ImageBefore(InMemoryRow row, HistoryEntry? changed)
    {
        var before = changed?.Changes.ToDictionary(change => change.Property, change => change.Before, StringComparer.OrdinalIgnoreCase) ?? [];
        return
        [
            .. from column in Enumerable.Range(0, _table.Columns.Count)
               let name = _table.Columns[column].Name
               let value = before.TryGetValue(name, out var old) ? old : row[column]
               where !value.IsNull
               select new HistoryChange(name, value, FieldValue.Null),
        ];
    }

    private void PutAndCreate(InMemoryRun run)
    {
        foreach (var change in set.Changes)
        {
            if (change is UpdateRow update)
            {
                Update(update, run);
            }
            else if (change is CreateRow create)
            {
                Create(create, run);
            }
            else if (change is RestoreRow restore)
            {
                Restore(restore, run);
            }
        }

        foreach (var orphan in set.PutOrphans)
        {
            _table.PutOrphan(new(orphan, schema));
        }
    }

    private void Update(UpdateRow update, InMemoryRun run)
    {
        var row = _table.Find(update.Id)!;
        _table.Change(row, () =>
        {
            foreach (var change in update.Properties)
            {
                row.SetValue(schema.Columns[change.Property], change.After);
            }

            Put(row, update.Leader, update.PutSources);
        });
        row.Version = database.NextVersion();
        if (row.CreatedByRun != run.Id)
        {
            run.SetHistory(new() { RowId = row.Id, Kind = _table.Kind, Changes = [.. update.ChangesOfRun.Select(schema.ToHistory)] });
        }

        if (update.AddToList)
        {
            run.AddToList(_table.Kind, row);
        }
    }

    private void Create(CreateRow create, InMemoryRun run)
    {
        var row = database.NewRow(_table, run.Id);
        for (int i = 0; i < create.Values.Count; i++)
        {
            row.SetValue(schema.Columns[i], create.Values[i]);
        }

        Put(row, create.Leader, create.OtherSources);
        _table.Add(row);
        run.AddToList(_table.Kind, row);
    }

    private void Restore(RestoreRow restore, InMemoryRun run)
    {
        var row = database.Row(_table, restore.Id, restore.CreatedByRun);
        for (int i = 0; i < restore.Values.Count; i++)
        {
            row.SetValue(schema.Columns[i], restore.Values[i]);
        }

        Put(row, restore.Leader, restore.OtherSources);
        _table.Add(row);
        run.SetHistory(new() { RowId = row.Id, Kind = _table.Kind, Restored = true });
        database.Runs.Find(restore.CreatedByRun ?? string.Empty)?.AddToList(_table.Kind, row);
    }

    private void Put(InMemoryRow row, StoredSource? leader, IReadOnlyList<StoredSource> others)
    {
        foreach (var source in leader is null ? others : others.Prepend(leader))
        {
            row.Sources[source.Key] = new(source, schema);
            _table.DropOrphan(source.Key);
        }

        row.Leader = leader?.Key ?? row.Leader;
    }
}
