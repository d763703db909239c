namespace SalesforceImport.ConformanceTests;

/// <summary>The list of a run: what came in.</summary>
public abstract class ListsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Rows created by the run, and rows it was told to add.</summary>
    [Fact]
    public virtual async Task A_list_holds_created_rows_and_added_ones_each_marked()
    {
        var run = await StartSecondRunAsync(3);
        var old = await run.RowAsync(Sample.Contact(2));
        await run.ApplyAsync(
            Make.Person(Sample.Contact(10), "New"),
            new UpdateRow { Id = old.Id, Version = old.Version, AddToList = true },
            Make.Update(await run.RowAsync(Sample.Contact(3)), Sample.Score, FieldValue.FromInteger(1)));
        long created = (await run.RowAsync(Sample.Contact(10))).Id;
        Assert.Equal([new(old.Id, false), new ListMember(created, true)], await ListAsync(run));
        Assert.Equal(2, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
    }

    /// <summary>A row is in a list once, and a created one stays created.</summary>
    [Fact]
    public virtual async Task A_row_added_twice_or_created_and_added_is_listed_once()
    {
        var run = await StartSecondRunAsync(1);
        await run.ApplyAsync(Make.Person(Sample.Contact(10), "New"));
        for (int i = 0; i < 2; i++)
        {
            var old = await run.RowAsync(Sample.Contact(1));
            var created = await run.RowAsync(Sample.Contact(10));
            await run.ApplyAsync(
                new UpdateRow { Id = old.Id, Version = old.Version, AddToList = true },
                new UpdateRow { Id = created.Id, Version = created.Version, AddToList = true });
        }

        Assert.Equal([false, true], (await ListAsync(run)).Select(member => member.Created));
        Assert.Equal(2, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
    }

    /// <summary>An update that does not ask for it neither adds nor takes away.</summary>
    [Fact]
    public virtual async Task An_added_row_stays_in_the_list_when_it_is_updated_again()
    {
        var run = await StartSecondRunAsync(1);
        var old = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(new UpdateRow { Id = old.Id, Version = old.Version, AddToList = true });
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.Score, FieldValue.FromInteger(4)));
        Assert.Equal([new ListMember(old.Id, false)], await ListAsync(run));
    }

    /// <summary>What has gone is in no list, whichever run made it go, or the host.</summary>
    [Fact]
    public virtual async Task Rows_that_are_gone_leave_every_list()
    {
        var run = await StartSecondRunAsync(3);
        var rows = (await run.FindAsync(Sample.Contact(1), Sample.Contact(2), Sample.Contact(3))).Rows;
        await run.ApplyAsync([.. rows.Select(row => new UpdateRow { Id = row.Id, Version = row.Version, AddToList = true })]);
        await run.ApplyAsync(Make.Person(Sample.Contact(10), "New"));
        var created = await run.RowAsync(Sample.Contact(10));
        await run.ApplyAsync(Make.Remove(await run.RowAsync(Sample.Contact(1))), Make.Remove(created));
        await Fixture.HostDeleteAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(2))).Id, Cancellation);

        long left = (await run.RowAsync(Sample.Contact(3))).Id;
        Assert.Equal([new ListMember(left, false)], await ListAsync(run));
        Assert.Equal(1, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
        Assert.Equal([new ListMember(left, true)], await run.Store.ReadListAsync("run-1", RecordKind.Contact, 0, 10, Cancellation));
        Assert.Equal(1, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
    }

    /// <summary>Each run has its own list; changing a row does not move it from one to another.</summary>
    [Fact]
    public virtual async Task A_later_run_takes_nothing_out_of_an_earlier_list()
    {
        var run = await StartSecondRunAsync(2);
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.Score, FieldValue.FromInteger(4)));
        Assert.Empty(await ListAsync(run));
        Assert.Equal(0, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
        Assert.Equal(2, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
        Assert.Equal("run-1", (await run.RowAsync(Sample.Contact(1))).CreatedByRun);
    }

    /// <summary>A list is read a page at a time and every row is met once.</summary>
    [Fact]
    public virtual async Task A_list_is_read_by_row_id_a_page_at_a_time()
    {
        var run = await StartSecondRunAsync(5);
        await run.ApplyAsync([.. Enumerable.Range(20, 5).Select(i => Make.Person(Sample.Contact(i), "New"))]);
        foreach (int i in (int[])[5, 1, 3])
        {
            var row = await run.RowAsync(Sample.Contact(i));
            await run.ApplyAsync(new UpdateRow { Id = row.Id, Version = row.Version, AddToList = true });
        }

        var read = new List<ListMember>();
        for (IReadOnlyList<ListMember> page; (page = await run.Store.ReadListAsync(run.Id, RecordKind.Contact, read.LastOrDefault().RowId, 3, Cancellation)).Count > 0;)
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page);
            Assert.True(read.Count <= 8, "A page brings rows that an earlier one brought.");
        }

        Assert.Equal(8, read.Count);
        Assert.Equal(read.Select(member => member.RowId).Order(), read.Select(member => member.RowId));
        Assert.Equal(5, read.Count(member => member.Created));
    }

    /// <summary>A split gives the new row to the run that made it.</summary>
    [Fact]
    public virtual async Task A_row_that_a_later_run_splits_off_is_in_the_later_list()
    {
        var run = await StartSecondRunAsync(1);
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Anew"), Make.Remove(row));
        Assert.Equal([true], (await ListAsync(run)).Select(member => member.Created));
        Assert.Equal(0, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
    }

    private static Task<IReadOnlyList<ListMember>> ListAsync(StoreRun run) => run.Store.ReadListAsync(run.Id, RecordKind.Contact, 0, 100, Cancellation);

    private async Task<StoreRun> StartSecondRunAsync(int rows)
    {
        var first = await StoreRun.StartAsync(await OpenStoreAsync());
        await first.ApplyAsync([.. Enumerable.Range(1, rows).Select(i => Make.Person(Sample.Contact(i), $"Number {i}"))]);
        await first.CloseAsync();
        return await StoreRun.StartAsync(await OpenStoreAsync(), "run-2");
    }
}
