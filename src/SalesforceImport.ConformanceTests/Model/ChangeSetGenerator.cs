namespace SalesforceImport.ConformanceTests.Model;

/// <summary>Makes change sets that the library could have decided: rows change, merge, split, are re-led; sources move between them.</summary>
internal sealed class ChangeSetGenerator(Random random, StoreModel model)
{
    private readonly List<SalesforceId> _freed = [];
    private int _lastRecord;
    private int _lastText;

    /// <summary>A set over some of the rows as they were found; their versions come from there.</summary>
    public ChangeSet Next(StoreRun run, IReadOnlyList<StoredRow> found)
    {
        _freed.Clear();
        var modelRun = model.Runs[run.Id];
        var fresh = new List<SalesforceId>();
        var chosen = found.OrderBy(_ => random.Next()).Take(random.Next(5)).ToList();
        var removed = chosen.Skip(1).Where(_ => Chance(25)).ToList();
        var kept = chosen.Except(removed).ToList();
        List<RowChange> changes =
        [
            .. removed.Select(row => Make.Remove(row, kept.Count > 0 && Chance(70) ? kept[random.Next(kept.Count)].Id : null)),
        ];
        _freed.AddRange(removed.SelectMany(row => model.Rows[row.Id].Sources.Keys));
        var drops = kept.ToDictionary(row => row.Id, row => ChooseDrops(model.Rows[row.Id]));
        _freed.AddRange(drops.Values.SelectMany(ids => ids));
        SourceKey[] droppedOrphans = [.. model.Orphans.Keys.Where(_ => Chance(25)).Select(Key)];
        _freed.AddRange(droppedOrphans.Select(key => key.Id));

        changes.AddRange(kept.Select(row => Update(row, modelRun, drops[row.Id], fresh)));
        changes.AddRange(Enumerable.Range(0, random.Next(4)).Select(_ => Create(fresh)));
        StoredSource[] orphans = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Source(Take(fresh), withValues: Chance(50)))];
        return run.Set(
            [.. changes.OrderBy(_ => random.Next())],
            orphans,
            droppedOrphans,
            absentSources: fresh,
            absentEmails: [$"absent{run.Sequence}@example.com"],
            log: Chance(30) ? new("Contact", Sample.Contact(1), Sample.Contact(9), new byte[] { 1 }) : null,
            checkpoint: $"{run.Id} at {run.Sequence + 1}");
    }

    public FieldValue[] Values() =>
    [
        Chance(80) ? Text() : FieldValue.Null,
        Chance(20) ? FieldValue.FromText("") : Text(),
        Chance(50) ? FieldValue.FromText($" Person{random.Next(40)}@Example.com") : FieldValue.Null,
        FieldValue.FromInteger(random.Next(100)),
        Chance(50) ? FieldValue.FromDecimal(random.Next(1000) / 100m) : FieldValue.Null,
        FieldValue.FromBoolean(Chance(50)),
        FieldValue.FromDate(new DateOnly(1950, 1, 1).AddDays(random.Next(20000))),
        FieldValue.FromDateTime(Sample.Start.AddMilliseconds(random.Next())),
    ];

    private bool Chance(int percent) => random.Next(100) < percent;

    private FieldValue Text() => FieldValue.FromText($"text {++_lastText}");

    private static SourceKey Key(SalesforceId id) => new(Sample.Org, id);

    /// <summary>A record that was freed in this set, or one that the store has never seen.</summary>
    private SalesforceId Take(List<SalesforceId> fresh, IReadOnlyCollection<SalesforceId>? except = null)
    {
        var offered = _freed.Except(except ?? []).ToList();
        if (offered.Count > 0 && Chance(70))
        {
            var id = offered[random.Next(offered.Count)];
            _freed.Remove(id);
            return id;
        }

        int number = ++_lastRecord;
        var next = number % 2 == 0 ? Sample.Contact(number) : Sample.Lead(number);
        fresh.Add(next);
        return next;
    }

    private StoredSource Source(SalesforceId id, bool withValues) => Make.Source(
        id,
        Chance(60) ? $"person{random.Next(40)}@example.com" : null,
        withValues ? Values() : null,
        Chance(20) ? Sample.Account(random.Next(1, 20)) : null,
        contributes: Chance(80),
        createdDate: Sample.At(-random.Next(100_000)));

    private List<SalesforceId> ChooseDrops(ModelRow row) =>
        [.. row.Sources.Keys.Where(id => id == row.Leader ? Chance(15) : Chance(30))];

    private CreateRow Create(List<SalesforceId> fresh) => Make.Create(
        Source(Take(fresh), withValues: Chance(30)),
        Values(),
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Source(Take(fresh), withValues: Chance(80)))]);

    private UpdateRow Update(StoredRow row, ModelRun run, List<SalesforceId> dropped, List<SalesforceId> fresh)
    {
        var state = model.Rows[row.Id];
        var next = Values();
        PropertyChange[] changes =
        [
            .. Enumerable.Range(0, next.Length).Where(i => Chance(30) && next[i] != state.Values[i])
                .Select(i => new PropertyChange(i, state.Values[i], next[i])),
        ];
        bool leads = state.Leader is null ? Chance(50) : dropped.Contains(state.Leader.Value) || Chance(15);
        SalesforceId[] staying = [.. state.Sources.Keys.Where(id => id != state.Leader && !dropped.Contains(id))];
        var puts = Enumerable.Range(0, random.Next(3)).Select(_ => Take(fresh, dropped)).ToList();
        puts.AddRange(staying.Where(_ => Chance(20)));
        var leader = !leads ? null
            : staying.Length > 0 && Chance(40) ? Source(staying[random.Next(staying.Length)], withValues: Chance(30))
            : Source(Take(fresh, dropped), withValues: Chance(30));
        if (leader is null && state.Leader is null)
        {
            // A row of the host's own has further sources only beside a leader.
            puts.Clear();
        }
        else if (leader is not null && state.Leader is { } old && !dropped.Contains(old) && old != leader.Key.Id)
        {
            puts.Add(old);
        }

        return new()
        {
            Id = row.Id,
            Version = row.Version,
            Properties = changes,
            ChangesOfRun = Merge(run.Changed.GetValueOrDefault(row.Id, []), changes),
            Leader = leader,
            PutSources = [.. puts.Distinct().Where(id => id != leader?.Key.Id).Select(id => Source(id, withValues: true))],
            DroppedSources = [.. dropped.Select(Key)],
            AddToList = Chance(20),
        };
    }

    private static PropertyChange[] Merge(PropertyChange[] soFar, PropertyChange[] changes)
    {
        var merged = soFar.ToDictionary(change => change.Property);
        foreach (var change in changes)
        {
            merged[change.Property] = merged.TryGetValue(change.Property, out var first) ? change with { Before = first.Before } : change;
        }

        return [.. merged.Values.Where(change => change.Before != change.After).OrderBy(change => change.Property)];
    }
}
