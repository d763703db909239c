namespace SalesforceImport.ConformanceTests;

/// <summary>Leases and epochs: one writer per kind, and whoever lost the lease writes nothing more.</summary>
public abstract class LeasesConformanceTests : ContactStoreConformanceTests
{
    /// <summary>The refusal names who is at work, so that people can act.</summary>
    [Fact]
    public virtual async Task A_live_holder_refuses_another_process_and_is_named()
    {
        await (await OpenStoreAsync()).OpenRunAsync(StoreRun.Opening("run-1", holder: "crm-box/4711"), Cancellation);
        var rival = await OpenStoreAsync();
        var exception = await Assert.ThrowsAsync<RunLeaseException>(
            () => rival.OpenRunAsync(StoreRun.Opening("run-2"), Cancellation));
        Assert.Equal(RecordKind.Contact, exception.Kind);
        Assert.Contains("crm-box/4711", exception.Holder, StringComparison.Ordinal);
    }

    /// <summary>Two imports of one process would double contacts just as well.</summary>
    [Fact]
    public virtual async Task A_live_holder_refuses_another_run_of_its_own_process()
    {
        var store = await OpenStoreAsync();
        await StoreRun.StartAsync(store);
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.StartAsync(store, "run-2"));
    }

    /// <summary>A live run cannot be resumed, by nobody.</summary>
    [Fact]
    public virtual async Task A_live_run_cannot_be_opened_again()
    {
        var store = await OpenStoreAsync();
        await StoreRun.StartAsync(store);
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.ResumeAsync(store));
        var other = await OpenStoreAsync();
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.ResumeAsync(other));
    }

    /// <summary>A refused rival must leave no trace: a raised epoch would stop the holder.</summary>
    [Fact]
    public virtual async Task A_refused_opening_leaves_no_run_and_does_not_disturb_the_holder()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var rival = await OpenStoreAsync();
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.StartAsync(rival, "run-2"));
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.ResumeAsync(rival));
        Assert.Null(await rival.FindRunAsync("run-2", Cancellation));
        Assert.Equal(Sample.At(0), (await rival.FindRunAsync("run-1", Cancellation))!.StartedAt);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
    }

    /// <summary>The lease is per kind.</summary>
    [Fact]
    public virtual async Task Runs_of_different_kinds_go_on_side_by_side()
    {
        var contacts = await StoreRun.StartAsync(await OpenStoreAsync());
        var accounts = await StoreRun.StartAsync(await OpenStoreAsync(), "run-2", RecordKind.Account);
        Assert.True(accounts.Opened.Epoch > contacts.Opened.Epoch);
        await contacts.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await accounts.ApplyAsync(Make.Create(Make.Source(Sample.Account(1)), Sample.Company("Acme", 3)));
        await contacts.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
        Assert.Equal(Sample.Company("Acme", 3), (await accounts.RowAsync(Sample.Account(1))).Values);
    }

    /// <summary>All kinds or none: half a lease would block others for nothing.</summary>
    [Fact]
    public virtual async Task An_opening_that_cannot_have_all_its_kinds_takes_none()
    {
        await StoreRun.StartAsync(await OpenStoreAsync(), kind: RecordKind.Account);
        var store = await OpenStoreAsync();
        var exception = await Assert.ThrowsAsync<RunLeaseException>(
            () => StoreRun.StartAsync(store, "run-2", RecordKind.Contact, also: RecordKind.Account));
        Assert.Equal(RecordKind.Account, exception.Kind);
        await StoreRun.StartAsync(await OpenStoreAsync(), "run-3");
    }

    /// <summary>However a run is closed, the next may start.</summary>
    [Fact]
    public virtual async Task Closing_a_run_frees_its_leases()
    {
        var store = await OpenStoreAsync();
        foreach (var state in (RunState[])[RunState.Paused, RunState.Cancelled, RunState.Failed, RunState.Completed])
        {
            var run = await StoreRun.StartAsync(store, $"run {state}", also: RecordKind.Account);
            await run.CloseAsync(state);
            Assert.Equal(state, (await store.FindRunAsync(run.Id, Cancellation))!.State);
        }

        await StoreRun.StartAsync(await OpenStoreAsync(), "another process's", also: RecordKind.Account);
    }

    /// <summary>The lease dies with its holder; the run waits, still running by its state.</summary>
    [Fact]
    public virtual async Task A_lease_dies_with_its_process_and_the_run_can_be_resumed()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await Fixture.CrashAsync(store, Cancellation);

        var other = await OpenStoreAsync();
        var left = await other.FindRunAsync("run-1", Cancellation);
        Assert.Equal(RunState.Running, left!.State);
        Assert.Null(left.ClosedAt);
        var again = await StoreRun.ResumeAsync(other);
        Assert.True(again.Opened.Epoch > run.Opened.Epoch);
        Assert.Equal("checkpoint 1", again.Opened.Run.Checkpoint);
        await again.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
    }

    /// <summary>A crash of one process does not free what another holds.</summary>
    [Fact]
    public virtual async Task A_crash_frees_only_what_the_process_held()
    {
        var dying = await OpenStoreAsync();
        await StoreRun.StartAsync(dying, "run-1", RecordKind.Account);
        await StoreRun.StartAsync(await OpenStoreAsync(), "run-2");
        await Fixture.CrashAsync(dying, Cancellation);
        var third = await OpenStoreAsync();
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.StartAsync(third, "run-3"));
        await StoreRun.ResumeAsync(third, "run-1", RecordKind.Account);
    }

    /// <summary>The process that was thought dead comes back: its batch must not land on top of its successor's.</summary>
    [Fact]
    public virtual async Task A_change_set_of_an_older_epoch_is_superseded_and_changes_nothing()
    {
        var store = await OpenStoreAsync();
        var old = await StoreRun.StartAsync(store);
        var applied = old.Set(Make.Person(Sample.Contact(1), "Ada"));
        await old.ApplyAsync(applied);
        await Fixture.CrashAsync(store, Cancellation);
        var other = await OpenStoreAsync();
        var successor = await StoreRun.ResumeAsync(other);

        var late = old.Through(other);
        Assert.Equal(ApplyOutcome.Superseded, (await late.TryAsync(late.Set(Make.Person(Sample.Contact(2), "Late")))).Outcome);
        Assert.Equal(ApplyOutcome.Superseded, (await late.TryAsync(applied)).Outcome);
        Assert.Empty((await successor.FindAsync(Sample.Contact(2))).Rows);
        Assert.Equal(1, (await other.FindRunAsync("run-1", Cancellation))!.Sequence);
        await successor.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
    }

    /// <summary>Another run took the kind over: that, too, ends the opening, for each of its kinds.</summary>
    [Fact]
    public virtual async Task A_run_that_lost_one_of_its_kinds_is_superseded_in_all()
    {
        var store = await OpenStoreAsync();
        var old = await StoreRun.StartAsync(store, also: RecordKind.Account);
        await Fixture.CrashAsync(store, Cancellation);
        var other = await OpenStoreAsync();
        await StoreRun.StartAsync(other, "run-2", RecordKind.Account);
        var late = old.Through(other);
        Assert.Equal(ApplyOutcome.Superseded, (await late.TryAsync(late.Set(Make.Person(Sample.Contact(1), "Late")))).Outcome);
    }

    /// <summary>A late close must not pause, or free, what its successor is at.</summary>
    [Fact]
    public virtual async Task Closing_a_superseded_opening_changes_nothing()
    {
        var store = await OpenStoreAsync();
        var old = await StoreRun.StartAsync(store);
        await Fixture.CrashAsync(store, Cancellation);
        var other = await OpenStoreAsync();
        var successor = await StoreRun.ResumeAsync(other);

        await old.Through(other).CloseAsync(RunState.Failed, "late");
        var found = await other.FindRunAsync("run-1", Cancellation);
        Assert.Equal(RunState.Running, found!.State);
        Assert.Null(found.Checkpoint);
        Assert.Null(found.ClosedAt);
        var third = await OpenStoreAsync();
        await Assert.ThrowsAsync<RunLeaseException>(() => StoreRun.StartAsync(third, "run-2"));
        await successor.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
    }

    /// <summary>Epochs rise for ever: over runs, kinds, processes and closes.</summary>
    [Fact]
    public virtual async Task Every_epoch_is_higher_than_any_before_it()
    {
        var epochs = new List<long>();
        foreach (var kind in (RecordKind[])[RecordKind.Contact, RecordKind.Account, RecordKind.Contact, RecordKind.Account])
        {
            var run = await StoreRun.StartAsync(await OpenStoreAsync(), $"run-{epochs.Count}", kind);
            epochs.Add(run.Opened.Epoch);
            await run.CloseAsync(RunState.Paused);
        }

        Assert.Equal(epochs.Distinct().Order(), epochs);
    }
}
