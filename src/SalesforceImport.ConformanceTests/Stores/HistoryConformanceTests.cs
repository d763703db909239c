namespace SalesforceImport.ConformanceTests;

/// <summary>History: what undo goes by. Per run and row, the values before it and the values it left.</summary>
public abstract class HistoryConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A change of a row that was there is kept by name, with both values, nulls and empty texts apart.</summary>
    [Fact]
    public virtual async Task A_change_of_a_row_that_was_there_is_kept_with_both_values()
    {
        var run = await StartSecondRunAsync(Make.Create(Make.Source(Sample.Contact(1)), Sample.Person("Ada", "", null, 1)));
        var row = await run.RowAsync(Sample.Contact(1));
        var changes = new PropertyChange[]
        {
            new(Sample.FirstName, FieldValue.FromText("Ada"), FieldValue.Null),
            new(Sample.LastName, FieldValue.FromText(""), FieldValue.FromText("Lovelace")),
            new(Sample.Email, FieldValue.Null, FieldValue.FromText("")),
            new(Sample.Score, FieldValue.FromInteger(1), FieldValue.FromInteger(2)),
        };
        await run.ApplyAsync(Make.Update(row, changes));

        var entry = Assert.Single(await HistoryAsync(run));
        Assert.Equal(row.Id, entry.RowId);
        Assert.Equal(RecordKind.Contact, entry.Kind);
        Assert.False(entry.Removed);
        Assert.Null(entry.MergedInto);
        Assert.Equal(
            changes.Select(change => new HistoryChange(Sample.Contacts.Properties[change.Property].Name, change.Before, change.After)),
            entry.Changes.OrderBy(change => Sample.Contacts.IndexOf(change.Property)));
        Assert.Equal(changes, (await run.RowAsync(Sample.Contact(1))).ChangesOfRun.OrderBy(change => change.Property));
    }

    /// <summary>History keeps the values exactly, whatever their type.</summary>
    [Fact]
    public virtual async Task History_keeps_values_of_every_type_exactly()
    {
        var run = await StartSecondRunAsync(Make.Create(Make.Source(Sample.Contact(1)), Values(1)));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Update(row, [.. Values(2).Select((value, i) => new PropertyChange(i, row.Values[i], value))]));
        var changes = Assert.Single(await HistoryAsync(run)).Changes.ToDictionary(change => change.Property);
        for (int i = 0; i < Sample.Contacts.Properties.Count; i++)
        {
            var change = changes[Sample.Contacts.Properties[i].Name];
            Assert.Equal(Values(1)[i], change.Before);
            Assert.Equal(Values(2)[i], change.After);
        }

        static FieldValue[] Values(int n) =>
        [
            FieldValue.FromText($"“{n}” ß 漢字 😀"),
            FieldValue.FromText($"{n}.0"),
            FieldValue.FromText("null"),
            FieldValue.FromInteger(long.MaxValue - n),
            FieldValue.FromDecimal(-12345678901234.5678m - n),
            FieldValue.FromBoolean(n == 1),
            FieldValue.FromDate(new(1900, 1, n)),
            FieldValue.FromDateTime(new(2026, 10, 25, 1, 0, 0, n, TimeSpan.Zero)),
        ];
    }

    /// <summary>A run that comes to a row twice has still one entry: before the run, after the run.</summary>
    [Fact]
    public virtual async Task The_changes_of_a_run_in_a_row_are_replaced_by_each_update()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "One", score: 1));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Two")));
        var row = await run.RowAsync(Sample.Contact(1));
        var whole = new PropertyChange[]
        {
            new(Sample.FirstName, FieldValue.FromText("One"), FieldValue.FromText("Three")),
            new(Sample.Score, FieldValue.FromInteger(1), FieldValue.FromInteger(9)),
        };
        await run.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Properties = [whole[0] with { Before = FieldValue.FromText("Two") }, whole[1]],
            ChangesOfRun = whole,
        });
        Assert.Equal(whole, (await run.RowAsync(Sample.Contact(1))).ChangesOfRun.OrderBy(change => change.Property));
        Assert.Equal(2, Assert.Single(await HistoryAsync(run)).Changes.Count);
    }

    /// <summary>The run has put everything back: it has changed nothing.</summary>
    [Fact]
    public virtual async Task Empty_changes_of_a_run_delete_its_entry()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "One"));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Two")));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Properties = [new(Sample.FirstName, row.Values[Sample.FirstName], FieldValue.FromText("One"))],
        });
        Assert.Empty(await HistoryAsync(run));
        Assert.Empty((await run.RowAsync(Sample.Contact(1))).ChangesOfRun);
    }

    /// <summary>Sources may move without a value changing: undo has nothing to put back.</summary>
    [Fact]
    public virtual async Task An_update_that_changes_no_value_makes_no_history()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "One"));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            AddToList = true,
        });
        Assert.Empty(await HistoryAsync(run));
    }

    /// <summary>There was nothing before a created row, so there is nothing to keep of it.</summary>
    [Fact]
    public virtual async Task A_row_that_the_run_created_has_no_history_even_when_changed_or_removed()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "One"), Make.Person(Sample.Contact(2), "Two"));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Three")));
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.Empty(row.ChangesOfRun);
        await run.ApplyAsync(Make.Remove(await run.RowAsync(Sample.Contact(2)), row.Id));
        Assert.Empty(await HistoryAsync(run));
        Assert.Equal([new ListMember(row.Id, true)], await run.Store.ReadListAsync(run.Id, RecordKind.Contact, 0, 10, Cancellation));
    }

    /// <summary>Each run answers for itself.</summary>
    [Fact]
    public virtual async Task Each_run_has_its_own_changes_of_a_row()
    {
        var second = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "One"));
        await second.ApplyAsync(Make.Update(await second.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Two")));
        await second.CloseAsync();
        var third = await StoreRun.StartAsync(second.Store, "run-3");
        var row = await third.RowAsync(Sample.Contact(1));
        Assert.Empty(row.ChangesOfRun);
        await third.ApplyAsync(Make.Update(row, Sample.FirstName, FieldValue.FromText("Three")));

        Assert.Equal("Two", Assert.Single(Assert.Single(await HistoryAsync(second)).Changes).After.AsText());
        var change = Assert.Single(Assert.Single(await HistoryAsync(third)).Changes);
        Assert.Equal("Two", change.Before.AsText());
        Assert.Equal("Three", change.After.AsText());
        Assert.Equal("Two", Assert.Single((await second.RowAsync(Sample.Contact(1))).ChangesOfRun).After.AsText());
    }

    /// <summary>A removed row is kept whole, and where it went.</summary>
    [Fact]
    public virtual async Task A_removed_row_is_kept_whole_with_the_row_that_took_its_place()
    {
        var run = await StartSecondRunAsync(
            Make.Person(Sample.Contact(1), "Stays"), Make.Create(Make.Source(Sample.Contact(2)), Sample.Person("Goes", "", null, 7)));
        var stays = await run.RowAsync(Sample.Contact(1));
        var goes = await run.RowAsync(Sample.Contact(2));
        await run.ApplyAsync(Make.Remove(goes, stays.Id));
        var entry = Assert.Single(await HistoryAsync(run));
        Assert.Equal(goes.Id, entry.RowId);
        Assert.True(entry.Removed);
        Assert.Equal(stays.Id, entry.MergedInto);
        Assert.Equal(
            [
                new("FirstName", FieldValue.FromText("Goes"), FieldValue.Null),
                new("LastName", FieldValue.FromText(""), FieldValue.Null),
                new HistoryChange("Score", FieldValue.FromInteger(7), FieldValue.Null),
            ],
            entry.Changes.OrderBy(change => Sample.Contacts.IndexOf(change.Property)));
    }

    /// <summary>The image of a removed row is from before the run, not from before the removal.</summary>
    [Fact]
    public virtual async Task A_row_changed_and_then_removed_by_a_run_is_kept_as_it_was_before_the_run()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "One", lastName: "Kept"));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Update(
            row,
            new PropertyChange(Sample.FirstName, FieldValue.FromText("One"), FieldValue.FromText("Two")),
            new PropertyChange(Sample.Score, FieldValue.Null, FieldValue.FromInteger(4))));
        await run.ApplyAsync(Make.Remove(await run.RowAsync(Sample.Contact(1))));
        var entry = Assert.Single(await HistoryAsync(run));
        Assert.True(entry.Removed);
        Assert.Null(entry.MergedInto);
        Assert.Equal(
            [
                new HistoryChange("FirstName", FieldValue.FromText("One"), FieldValue.Null),
                new HistoryChange("LastName", FieldValue.FromText("Kept"), FieldValue.Null),
            ],
            entry.Changes.OrderBy(change => Sample.Contacts.IndexOf(change.Property)));
    }

    /// <summary>A row of the host's own was there before every run.</summary>
    [Fact]
    public virtual async Task A_change_of_a_row_of_the_host_is_kept()
    {
        var store = await OpenStoreAsync();
        long id = await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["FirstName"] = FieldValue.FromText("Host") }, Cancellation);
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Update((await run.FindIdAsync(id))!, Sample.FirstName, FieldValue.FromText("Import")));
        Assert.Equal(id, Assert.Single(await HistoryAsync(run)).RowId);
    }

    /// <summary>Undo reads history a page at a time and must meet every row.</summary>
    [Fact]
    public virtual async Task History_is_read_by_row_id_a_page_at_a_time()
    {
        int[] numbers = [.. Enumerable.Range(1, 7)];
        var run = await StartSecondRunAsync([.. numbers.Select(i => Make.Person(Sample.Contact(i), $"Number {i}"))]);
        foreach (int i in numbers.Reverse())
        {
            var row = await run.RowAsync(Sample.Contact(i));
            await run.ApplyAsync(i % 3 == 0 ? Make.Remove(row) : Make.Update(row, Sample.Score, FieldValue.FromInteger(i)));
        }

        var read = new List<HistoryEntry>();
        for (IReadOnlyList<HistoryEntry> page; (page = await run.Store.ReadHistoryAsync(run.Id, RecordKind.Contact, read.LastOrDefault()?.RowId ?? 0, 3, Cancellation)).Count > 0;)
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page);
            Assert.True(read.Count <= 7, "A page brings rows that an earlier one brought.");
        }

        Assert.Equal(7, read.Count);
        Assert.Equal(read.Select(entry => entry.RowId).Order(), read.Select(entry => entry.RowId));
        Assert.Equal(2, read.Count(entry => entry.Removed));
    }

    /// <summary>A run that writes two kinds has the history of both.</summary>
    [Fact]
    public virtual async Task The_history_of_several_kinds_is_told_apart_by_kind()
    {
        var store = await OpenStoreAsync();
        long contact = await Fixture.HostInsertAsync(RecordKind.Contact, new Dictionary<string, FieldValue>(), Cancellation);
        long account = await Fixture.HostInsertAsync(RecordKind.Account, new Dictionary<string, FieldValue>(), Cancellation);
        var run = await StoreRun.StartAsync(store, also: RecordKind.Account);
        await run.ApplyAsync(Make.Update((await run.FindIdAsync(contact))!, Sample.FirstName, FieldValue.FromText("Person")));
        var accounts = run.For(RecordKind.Account);
        await accounts.ApplyAsync(Make.Update((await accounts.FindIdAsync(account))!, 0, FieldValue.FromText("Company")));
        Assert.Equal(
            [(RecordKind.Contact, contact, "FirstName")],
            (await HistoryAsync(run)).Select(entry => (entry.Kind, entry.RowId, entry.Changes.Single().Property)));
        Assert.Equal(
            [(RecordKind.Account, account, "Name")],
            (await run.Store.ReadHistoryAsync(run.Id, RecordKind.Account, 0, 100, Cancellation)).Select(entry => (entry.Kind, entry.RowId, entry.Changes.Single().Property)));
        Assert.Single((await run.FindIdAsync(contact))!.ChangesOfRun);
        Assert.Single((await accounts.FindIdAsync(account))!.ChangesOfRun);
    }

    private static Task<IReadOnlyList<HistoryEntry>> HistoryAsync(StoreRun run) =>
        run.Store.ReadHistoryAsync(run.Id, RecordKind.Contact, 0, 100, Cancellation);

    private async Task<StoreRun> StartSecondRunAsync(params CreateRow[] before)
    {
        var first = await StoreRun.StartAsync(await OpenStoreAsync());
        await first.ApplyAsync([.. before]);
        await first.CloseAsync();
        return await StoreRun.StartAsync(await OpenStoreAsync(), "run-2");
    }
}
