namespace SalesforceImport.ConformanceTests;

/// <summary>What the store says of empty kinds: the library looks nothing up in them, so a wrong word here doubles contacts.</summary>
public abstract class EmptyKindsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A first import need not look up anything.</summary>
    [Fact]
    public virtual async Task Every_kind_of_a_new_store_is_empty()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync(), also: RecordKind.Account);
        Assert.Equal([RecordKind.Contact, RecordKind.Account], run.Opened.EmptyKinds.Order());
    }

    /// <summary>Each kind answers for itself.</summary>
    [Fact]
    public virtual async Task A_kind_with_a_row_is_not_empty_and_the_other_still_is()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store, also: RecordKind.Account);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        await run.CloseAsync(RunState.Paused);
        var again = await StoreRun.StartAsync(await OpenStoreAsync(), "run-2", also: RecordKind.Account);
        Assert.Equal([RecordKind.Account], again.Opened.EmptyKinds);
    }

    /// <summary>The host's own rows match by e-mail.</summary>
    [Fact]
    public virtual async Task A_kind_with_a_row_of_the_host_is_not_empty()
    {
        var store = await OpenStoreAsync();
        await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["FirstName"] = FieldValue.FromText("Host") }, Cancellation);
        Assert.Empty((await StoreRun.StartAsync(store)).Opened.EmptyKinds);
    }

    /// <summary>An orphan waits for its row.</summary>
    [Fact]
    public virtual async Task A_kind_with_an_orphan_is_not_empty()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set([], [Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(1))]));
        await run.CloseAsync(RunState.Paused);
        Assert.Empty((await StoreRun.ResumeAsync(run.Store)).Opened.EmptyKinds);
    }

    /// <summary>A forgotten contact stays forgotten, also by the shortest way in.</summary>
    [Fact]
    public virtual async Task A_kind_with_nothing_but_an_erasure_is_not_empty()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.CloseAsync();
        Assert.True(await run.Store.ForgetAsync(RecordKind.Contact, row.Id, Cancellation));
        Assert.Empty((await StoreRun.StartAsync(run.Store, "run-2")).Opened.EmptyKinds);
    }

    /// <summary>Only the kinds that are opened are spoken of.</summary>
    [Fact]
    public virtual async Task Kinds_that_the_run_does_not_write_are_not_named()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync(), kind: RecordKind.Account);
        Assert.Equal([RecordKind.Account], run.Opened.EmptyKinds);
    }
}
