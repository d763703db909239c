namespace SalesforceImport.ConformanceTests;

/// <summary>Runs: opened, resumed, closed, listed.</summary>
public abstract class RunsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A new run starts at nothing.</summary>
    [Fact]
    public virtual async Task A_new_run_is_running_at_sequence_0_without_a_checkpoint()
    {
        var store = await OpenStoreAsync();
        var opened = await store.OpenRunAsync(StoreRun.Opening("run-1", holder: "here/42"), Cancellation);
        Assert.Equal("run-1", opened.Run.Run);
        Assert.Equal(RunState.Running, opened.Run.State);
        Assert.Equal(0, opened.Run.Sequence);
        Assert.Null(opened.Run.Checkpoint);
        Assert.Equal(Sample.Org, opened.Run.Org);
        Assert.Equal("plan of run-1", opened.Run.Plan);
        Assert.Equal("List of run-1", opened.Run.ListName);
        Assert.Equal([RecordKind.Contact], opened.Run.Kinds);
        Assert.Equal(Sample.At(0), opened.Run.StartedAt);
        Assert.Null(opened.Run.ClosedAt);
        Assert.Equal("here/42", opened.Run.Holder);
        Assert.True(opened.Epoch > 0);
    }

    /// <summary>What a resume goes by is on disk, not in the process that started.</summary>
    [Fact]
    public virtual async Task A_run_is_found_by_another_process_as_it_stands()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set([Make.Person(Sample.Contact(1), "Ada")], [], checkpoint: "at 1 – übergang"));
        var found = await (await OpenStoreAsync()).FindRunAsync("run-1", Cancellation);
        Assert.NotNull(found);
        Assert.Equal(1, found.Sequence);
        Assert.Equal("at 1 – übergang", found.Checkpoint);
        Assert.Equal(RunState.Running, found.State);
        Assert.Equal("plan of run-1", found.Plan);
    }

    /// <summary>Nothing known is null, not an exception.</summary>
    [Fact]
    public virtual async Task A_run_that_the_store_does_not_know_is_not_found()
    {
        var store = await OpenStoreAsync();
        Assert.Null(await store.FindRunAsync("no such run", Cancellation));
        Assert.Empty(await store.ListRunsAsync(10, Cancellation));
    }

    /// <summary>Going on needs something to go on with.</summary>
    [Fact]
    public virtual async Task Going_on_with_an_unknown_run_throws_and_takes_no_lease()
    {
        var store = await OpenStoreAsync();
        var exception = await Assert.ThrowsAsync<UnknownRunException>(
            () => store.OpenRunAsync(StoreRun.Opening("lost", isNew: false), Cancellation));
        Assert.Equal("lost", exception.Run);
        Assert.Null(await store.FindRunAsync("lost", Cancellation));
        await StoreRun.StartAsync(store);
    }

    /// <summary>A paused run goes on where it stood, under a higher epoch and its new holder.</summary>
    [Fact]
    public virtual async Task A_paused_run_goes_on_with_its_checkpoint_under_a_higher_epoch()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await run.CloseAsync(RunState.Paused, "paused here");
        var paused = await store.FindRunAsync("run-1", Cancellation);
        Assert.Equal(RunState.Paused, paused!.State);
        Assert.Equal(Sample.At(90), paused.ClosedAt);

        var again = await (await OpenStoreAsync()).OpenRunAsync(
            StoreRun.Opening("run-1", isNew: false, minute: 120, holder: "there/7"), Cancellation);
        Assert.True(again.Epoch > run.Opened.Epoch);
        Assert.Equal(RunState.Running, again.Run.State);
        Assert.Equal(1, again.Run.Sequence);
        Assert.Equal("paused here", again.Run.Checkpoint);
        Assert.Equal(Sample.At(0), again.Run.StartedAt);
        Assert.Null(again.Run.ClosedAt);
        Assert.Equal("there/7", again.Run.Holder);
        Assert.Equal("plan of run-1", again.Run.Plan);
    }

    /// <summary>A start whose answer was lost is tried again.</summary>
    [Fact]
    public virtual async Task Starting_a_run_that_is_there_goes_on_with_it()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await run.CloseAsync(RunState.Cancelled);
        var opening = new RunOpening
        {
            Run = "run-1",
            Kinds = [RecordKind.Contact],
            Holder = "h",
            At = Sample.At(9),
            New = new(Sample.Org, "another plan", "Another list"),
        };
        var again = await store.OpenRunAsync(opening, Cancellation);
        Assert.Equal(1, again.Run.Sequence);
        Assert.Equal("checkpoint 1", again.Run.Checkpoint);
        Assert.Equal("plan of run-1", again.Run.Plan);
        Assert.Equal("List of run-1", again.Run.ListName);
    }

    /// <summary>What is finished stays finished: no lease, no epoch, no state is touched.</summary>
    [Fact]
    public virtual async Task A_completed_run_is_returned_as_it_stands_and_takes_no_lease()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await run.CloseAsync(RunState.Completed, "the end");
        var live = await StoreRun.StartAsync(store, "run-2");

        var again = await (await OpenStoreAsync()).OpenRunAsync(StoreRun.Opening("run-1", isNew: false, minute: 200), Cancellation);
        Assert.Equal(RunState.Completed, again.Run.State);
        Assert.Equal("the end", again.Run.Checkpoint);
        Assert.Equal(Sample.At(90), again.Run.ClosedAt);
        Assert.Equal("machine/1", again.Run.Holder);
        await live.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
        Assert.Equal(RunState.Completed, (await store.FindRunAsync("run-1", Cancellation))!.State);
    }

    /// <summary>A close without a checkpoint keeps the one of the last change set.</summary>
    [Fact]
    public virtual async Task Closing_without_a_checkpoint_leaves_the_last_one()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await run.CloseAsync(RunState.Failed);
        var found = await store.FindRunAsync("run-1", Cancellation);
        Assert.Equal("checkpoint 1", found!.Checkpoint);
        Assert.Equal(RunState.Failed, found.State);
        Assert.Equal(1, found.Sequence);
    }

    /// <summary>The order is that of the starts.</summary>
    [Fact]
    public virtual async Task Runs_are_listed_newest_first_and_no_more_than_asked()
    {
        var store = await OpenStoreAsync();
        for (int i = 1; i <= 4; i++)
        {
            var opened = await store.OpenRunAsync(StoreRun.Opening($"run-{i}", minute: i), Cancellation);
            await store.CloseRunAsync(
                new() { Run = $"run-{i}", Epoch = opened.Epoch, State = RunState.Paused, At = Sample.At(100 - i) }, Cancellation);
        }

        await StoreRun.ResumeAsync(store, "run-2");
        Assert.Equal(["run-4", "run-3", "run-2"], (await store.ListRunsAsync(3, Cancellation)).Select(run => run.Run));
        Assert.Equal(4, (await store.ListRunsAsync(100, Cancellation)).Count);
    }
}
