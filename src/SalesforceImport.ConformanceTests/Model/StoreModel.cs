namespace SalesforceImport.ConformanceTests.Model;

/// <summary>What a store of contacts should hold, kept in the plainest way there is: no indexes, no transactions, one org.</summary>
internal sealed class StoreModel
{
    public SortedDictionary<long, ModelRow> Rows { get; } = [];

    public Dictionary<SalesforceId, StoredSource> Orphans { get; } = [];

    public Dictionary<string, ModelRun> Runs { get; } = [];

    public HashSet<SalesforceId> ErasedSources { get; } = [];

    public HashSet<string> ErasedEmails { get; } = [];

    public ModelRow? Owner(SalesforceId id) => Rows.Values.SingleOrDefault(row => row.Sources.ContainsKey(id));

    /// <summary>Applies a change set that the store has applied; new rows get the ids the store gave them.</summary>
    public void Apply(ChangeSet set, IReadOnlyDictionary<SalesforceId, long> newIds)
    {
        var run = Runs[set.Run];
        foreach (var change in set.Changes)
        {
            KeepSources(run, change);
        }

        foreach (var removed in set.Changes.OfType<RemoveRow>())
        {
            Remove(run, removed);
        }

        foreach (var update in set.Changes.OfType<UpdateRow>())
        {
            foreach (var key in update.DroppedSources)
            {
                Rows[update.Id].Sources.Remove(key.Id);
            }
        }

        foreach (var key in set.DroppedOrphans)
        {
            Orphans.Remove(key.Id);
        }

        foreach (var update in set.Changes.OfType<UpdateRow>())
        {
            Update(run, update);
        }

        foreach (var create in set.Changes.OfType<CreateRow>())
        {
            long id = newIds[create.Leader.Key.Id];
            Rows.Add(id, new(id, run.Id, [.. create.Values]));
            Put(Rows[id], create.Leader, create.OtherSources);
        }

        foreach (var orphan in set.PutOrphans)
        {
            Orphans[orphan.Key.Id] = orphan;
        }

        run.Sequence = set.Sequence;
        run.Checkpoint = set.Checkpoint;
    }

    public void Forget(long id)
    {
        var sources = Rows[id].Sources.Keys.ToHashSet();
        ErasedSources.UnionWith(sources);
        ErasedEmails.UnionWith(Rows[id].AllEmails);
        Rows.Remove(id);
        ForgetWhereItWas(sources);
        var person = new List<long> { id };
        for (int i = 0; i < person.Count; i++)
        {
            foreach (var run in Runs.Values)
            {
                run.Changed.Remove(person[i]);
                run.Removed.Remove(person[i]);
                run.SourcesBefore.Remove(person[i]);
                person.AddRange(run.Removed.Where(removed => removed.Value.MergedInto == person[i]).Select(removed => removed.Key).Except(person));
            }
        }
    }

    private void KeepSources(ModelRun run, RowChange change)
    {
        long? id = change switch
        {
            RemoveRow remove => remove.Id,
            UpdateRow update when update.Leader is not null || update.PutSources.Count + update.DroppedSources.Count > 0 => update.Id,
            _ => null,
        };
        if (id is { } changed && Rows[changed].CreatedByRun != run.Id)
        {
            run.SourcesBefore.TryAdd(changed, (Rows[changed].Leader, [.. Rows[changed].Sources.Values]));
        }
    }

    /// <summary>A row's history up to the run in which one of the records left it goes.</summary>
    private void ForgetWhereItWas(HashSet<SalesforceId> sources)
    {
        var left = new HashSet<long>();
        foreach (var run in Runs.Values.Reverse())
        {
            left.UnionWith(run.SourcesBefore.Where(before => before.Value.Sources.Any(source => sources.Contains(source.Key.Id))).Select(before => before.Key));
            foreach (long id in left)
            {
                run.Changed.Remove(id);
                run.SourcesBefore.Remove(id);
                run.Removed.Remove(id);
            }
        }
    }

    private static void Put(ModelRow row, StoredSource? leader, IReadOnlyList<StoredSource> others)
    {
        foreach (var source in others)
        {
            row.Sources[source.Key.Id] = source;
        }

        if (leader is not null)
        {
            row.Sources[leader.Key.Id] = leader;
            row.Leader = leader.Key.Id;
        }
    }

    private void Remove(ModelRun run, RemoveRow removed)
    {
        var row = Rows[removed.Id];
        Rows.Remove(removed.Id);
        if (row.CreatedByRun != run.Id)
        {
            FieldValue[] before = [.. row.Values];
            foreach (var change in run.Changed.GetValueOrDefault(removed.Id, []))
            {
                before[change.Property] = change.Before;
            }

            run.Removed[removed.Id] = (before, removed.MergedInto);
        }

        run.Changed.Remove(removed.Id);
    }

    private void Update(ModelRun run, UpdateRow update)
    {
        var row = Rows[update.Id];
        foreach (var change in update.Properties)
        {
            row.Values[change.Property] = change.After;
        }

        Put(row, update.Leader, update.PutSources);
        if (row.CreatedByRun != run.Id)
        {
            run.Changed.Remove(row.Id);
            if (update.ChangesOfRun.Count > 0)
            {
                run.Changed[row.Id] = [.. update.ChangesOfRun];
            }
        }

        if (update.AddToList)
        {
            run.Added.Add(row.Id);
        }
    }
}
