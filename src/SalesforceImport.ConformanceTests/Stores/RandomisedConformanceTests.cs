using SalesforceImport.ConformanceTests.Model;

namespace SalesforceImport.ConformanceTests;

/// <summary>
/// Random change sets against a plain model, with kills, replays, conflicts, edits by the host and erasures in between. A
/// failure names its seed and the steps before it; the same seed gives the same steps.
/// </summary>
public abstract class RandomisedConformanceTests : ContactStoreConformanceTests
{
    private const int Steps = 80;

    private readonly StoreModel _model = new();
    private readonly HashSet<long> _ids = [];
    private readonly List<string> _trace = [];
    private Random _random = new(0);

    /// <summary>Whatever happened, the store holds what the model holds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public virtual async Task A_store_holds_what_the_model_holds(int seed)
    {
        _random = new(seed);
        var generator = new ChangeSetGenerator(_random, _model);
        try
        {
            var run = await StartAsync(await OpenStoreAsync());
            for (int step = 1; step <= Steps; step++)
            {
                run = await StepAsync(run, generator);
                if (step % 5 == 0 || step == Steps)
                {
                    await new ModelComparison(_model, run, Cancellation).AssertSameAsync(_ids);
                }
            }
        }
        catch (Exception exception)
        {
            Assert.Fail($"Seed {seed}: {exception.Message}\nThe last steps: {string.Join("; ", _trace.TakeLast(12))}\n{exception}");
        }
    }

    private async Task<StoreRun> StepAsync(StoreRun run, ChangeSetGenerator generator)
    {
        int dice = _random.Next(100);
        switch (dice)
        {
            case < 6:
                _trace.Add("crash and resume");
                await Fixture.CrashAsync(run.Store, Cancellation);
                return await StoreRun.ResumeAsync(await OpenStoreAsync(), run.Id);
            case < 11:
                _trace.Add("next run");
                await run.CloseAsync(_random.Next(2) == 0 ? RunState.Completed : RunState.Paused, _model.Runs[run.Id].Checkpoint);
                return await StartAsync(_random.Next(2) == 0 ? run.Store : await OpenStoreAsync());
            case < 16:
                _trace.Add("host insert");
                var values = generator.Values();
                long id = await Fixture.HostInsertAsync(
                    RecordKind.Contact, Sample.Contacts.Properties.Select((property, i) => (property.Name, Value: values[i])).ToDictionary(pair => pair.Name, pair => pair.Value), Cancellation);
                _ids.Add(id);
                _model.Rows.Add(id, new(id, null, values));
                return run;
            case < 22 when Pick() is { } row:
                _trace.Add($"host update of {row.Id}");
                int property = _random.Next(row.Values.Length);
                row.Values[property] = generator.Values()[property];
                await Fixture.HostUpdateAsync(
                    RecordKind.Contact, row.Id, Sample.Contacts.Properties[property].Name, row.Values[property], Cancellation);
                return run;
            case < 25 when Pick() is { } row:
                _trace.Add($"host delete of {row.Id}");
                await Fixture.HostDeleteAsync(RecordKind.Contact, row.Id, Cancellation);
                _model.Rows.Remove(row.Id);
                return run;
            case < 27 when Pick() is { } row:
                _trace.Add($"forget {row.Id}");
                Assert.True(await run.Store.ForgetAsync(RecordKind.Contact, row.Id, Cancellation));
                _model.Forget(row.Id);
                return run;
            default:
                await ApplyAsync(run, generator, conflict: dice >= 90, replay: dice < 45);
                return run;
        }
    }

    private async Task ApplyAsync(StoreRun run, ChangeSetGenerator generator, bool conflict, bool replay)
    {
        var found = await run.Store.FindAsync(
            new() { Kind = RecordKind.Contact, Org = Sample.Org, Run = run.Id, Ids = _ids }, Cancellation);
        var set = generator.Next(run, [.. found.Rows.OrderBy(row => row.Id)]);
        _trace.Add($"set {set.Sequence} of {run.Id}: {string.Join(", ", set.Changes.Select(Describe))}, {set.PutOrphans.Count} orphans{(conflict ? ", made a conflict" : "")}");
        if (conflict && set.Changes.OfType<UpdateRow>().FirstOrDefault() is { } update)
        {
            // The values stay as they are: a write by the host is a write, whatever it writes.
            await Fixture.HostUpdateAsync(RecordKind.Contact, update.Id, "Score", _model.Rows[update.Id].Values[Sample.Score], Cancellation);
            var result = await run.TryAsync(set);
            Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
            Assert.Equal([update.Id], result.Rows);
            return;
        }

        await run.ApplyAsync(set);
        var newIds = new Dictionary<SalesforceId, long>();
        foreach (var create in set.Changes.OfType<CreateRow>())
        {
            var row = (await run.FindAsync(create.Leader.Key.Id)).Rows.Single(row => row.Leader == create.Leader.Key);
            Assert.True(_ids.Add(row.Id), $"Row id {row.Id} was used before.");
            newIds.Add(create.Leader.Key.Id, row.Id);
        }

        _model.Apply(set, newIds);
        if (replay)
        {
            Assert.Equal(ApplyOutcome.AlreadyApplied, (await run.TryAsync(set)).Outcome);
        }
    }

    private async Task<StoreRun> StartAsync(ContactStore store)
    {
        string id = $"run-{_model.Runs.Count + 1}";
        _model.Runs.Add(id, new(id));
        return await StoreRun.StartAsync(store, id);
    }

    private ModelRow? Pick() => _model.Rows.Count == 0 ? null : _model.Rows.Values.ElementAt(_random.Next(_model.Rows.Count));

    private static string Describe(RowChange change) => change switch
    {
        CreateRow create => $"create {create.Leader.Key.Id} +{create.OtherSources.Count}",
        UpdateRow update => $"update {update.Id} ({update.Properties.Count} values, leader {update.Leader?.Key.Id.ToString() ?? "as is"}, +{update.PutSources.Count} −{update.DroppedSources.Count})",
        RemoveRow remove => $"remove {remove.Id} into {remove.MergedInto?.ToString() ?? "nothing"}",
        _ => change.GetType().Name,
    };
}
