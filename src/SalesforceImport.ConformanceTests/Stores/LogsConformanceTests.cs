namespace SalesforceImport.ConformanceTests;

/// <summary>Record logs: by which every record can answer why.</summary>
public abstract class LogsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Opaque bytes come back as they were.</summary>
    [Fact]
    public virtual async Task A_log_is_read_as_it_was_written()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        byte[] data = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];
        await run.ApplyAsync(run.Set([], [], log: new("Contact", Sample.Contact(1), Sample.Contact(9), data)));
        var stored = Assert.Single(await (await OpenStoreAsync()).ReadLogAsync(run.Id, "Contact", null, Cancellation));
        Assert.Equal(1, stored.Sequence);
        Assert.Equal("Contact", stored.Log.Object);
        Assert.Equal(Sample.Contact(1), stored.Log.First);
        Assert.Equal(Sample.Contact(9), stored.Log.Last);
        Assert.Equal(data, stored.Log.Data.ToArray());
    }

    /// <summary>A batch of one object may change what became of records of another: a change set brings a log for each.</summary>
    [Fact]
    public virtual async Task A_change_set_may_bring_a_log_for_each_object()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var set = run.Set([], []);
        await run.ApplyAsync(new ChangeSet
        {
            Run = set.Run,
            Epoch = set.Epoch,
            Sequence = set.Sequence,
            Kind = set.Kind,
            Org = set.Org,
            Checkpoint = set.Checkpoint,
            Logs = [new("Contact", Sample.Contact(1), Sample.Contact(2), new byte[] { 1 }), new("Lead", Sample.Lead(1), Sample.Lead(2), new byte[] { 2 })],
        });
        Assert.Equal([1], Assert.Single(await run.Store.ReadLogAsync(run.Id, "Contact", null, Cancellation)).Log.Data.ToArray());
        Assert.Equal([2], Assert.Single(await run.Store.ReadLogAsync(run.Id, "Lead", null, Cancellation)).Log.Data.ToArray());
    }

    /// <summary>Only the logs that may speak of a record are read, both ends of their range included.</summary>
    [Fact]
    public virtual async Task Logs_are_found_by_the_ids_in_their_range()
    {
        var run = await StartWithThreeLogsAsync();
        Assert.Equal([1, 3], await SequencesAsync(run, Sample.Contact(10)));
        Assert.Equal([1, 3], await SequencesAsync(run, Sample.Contact(15)));
        Assert.Equal([2, 3], await SequencesAsync(run, Sample.Contact(30)));
        Assert.Equal([1, 2, 3], await SequencesAsync(run, Sample.Contact(30), Sample.Contact(20)));
        Assert.Equal([3], await SequencesAsync(run, Sample.Contact(25)));
        Assert.Equal([3], await SequencesAsync(run, Sample.Contact(25), Sample.Contact(99)));
        Assert.Empty(await SequencesAsync(run, Sample.Contact(99)));
        Assert.Empty(await SequencesAsync(run));
    }

    /// <summary>Without ids, all of the object's, by sequence.</summary>
    [Fact]
    public virtual async Task Without_ids_every_log_of_the_object_is_read_by_sequence()
    {
        var run = await StartWithThreeLogsAsync();
        await run.ApplyAsync();
        await run.ApplyAsync(run.Set([], [], log: new("Lead", Sample.Lead(1), Sample.Lead(2), new byte[] { 9 })));
        Assert.Equal([1, 2, 3], (await run.Store.ReadLogAsync(run.Id, "Contact", null, Cancellation)).Select(log => log.Sequence));
        Assert.Equal([5], (await run.Store.ReadLogAsync(run.Id, "Lead", null, Cancellation)).Select(log => log.Sequence));
        Assert.Empty(await run.Store.ReadLogAsync("another run", "Lead", null, Cancellation));
    }

    /// <summary>Ranges are ordinal: a collation would lose records whose ids differ by case.</summary>
    [Fact]
    public virtual async Task The_range_of_a_log_is_ordinal()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set(
            [], [], log: new("Contact", SalesforceId.Parse("00350000000000Z"), SalesforceId.Parse("00350000000000b"), new byte[] { 1 })));
        Assert.Equal([1], await SequencesAsync(run, SalesforceId.Parse("00350000000000a")));
        Assert.Empty(await SequencesAsync(run, SalesforceId.Parse("00350000000000A")));
        Assert.Empty(await SequencesAsync(run, SalesforceId.Parse("00350000000000c")));
    }

    private static async Task<IEnumerable<long>> SequencesAsync(StoreRun run, params SalesforceId[] ids) =>
        (await run.Store.ReadLogAsync(run.Id, "Contact", ids, Cancellation)).Select(log => log.Sequence);

    private async Task<StoreRun> StartWithThreeLogsAsync()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        foreach (var (first, last) in ((int, int)[])[(10, 20), (30, 40), (5, 35)])
        {
            await run.ApplyAsync(run.Set([], [], log: new("Contact", Sample.Contact(first), Sample.Contact(last), new byte[] { (byte)first })));
        }

        return run;
    }
}
