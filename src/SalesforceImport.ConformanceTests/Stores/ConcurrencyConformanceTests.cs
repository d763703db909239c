namespace SalesforceImport.ConformanceTests;

/// <summary>Several processes and threads at once. Nothing here depends on who is first, only on that somebody is.</summary>
public abstract class ConcurrencyConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Hosts start together after a deployment.</summary>
    [Fact]
    public virtual async Task Many_processes_prepare_an_empty_store_at_once()
    {
        var stores = new List<ContactStore>();
        for (int i = 0; i < 6; i++)
        {
            stores.Add(await Fixture.OpenAsync(Cancellation));
        }

        await Task.WhenAll(stores.Select(store => Task.Run(() => store.PrepareAsync([Sample.Contacts, Sample.Accounts], Cancellation), Cancellation)));
        var run = await StoreRun.StartAsync(stores[^1]);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        Assert.Single((await run.Through(stores[0]).FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>One wins; the others are refused by name.</summary>
    [Fact]
    public virtual async Task Of_many_openings_of_a_kind_at_once_exactly_one_succeeds()
    {
        const int Rivals = 8;
        var stores = new List<ContactStore>();
        for (int i = 0; i < Rivals; i++)
        {
            stores.Add(await OpenStoreAsync());
        }

        var opened = await Task.WhenAll(stores.Select((store, i) => Task.Run(() => TryOpenAsync(store, $"run-{i}"), Cancellation)));
        Assert.Single(opened, run => run is not null);
        Assert.Single(await stores[0].ListRunsAsync(100, Cancellation));
        await opened.Single(run => run is not null)!.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
    }

    /// <summary>The same set reaches the store twice, by a retry that overtakes: it is applied once.</summary>
    [Fact]
    public virtual async Task A_change_set_applied_twice_at_once_is_applied_once()
    {
        var store = await OpenStoreAsync();
        var other = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        for (int i = 1; i <= 5; i++)
        {
            var set = run.Set([Make.Person(Sample.Contact(i), $"Number {i}")], [], sequence: i);
            var outcomes = await Task.WhenAll(
                Task.Run(() => store.ApplyAsync(set, Cancellation), Cancellation), Task.Run(() => other.ApplyAsync(set, Cancellation), Cancellation));
            Assert.Equal([ApplyOutcome.Applied, ApplyOutcome.AlreadyApplied], outcomes.Select(result => result.Outcome).Order());
        }

        Assert.Equal(5, await store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
    }

    /// <summary>Imports of two kinds do not wait for each other, nor fail by each other.</summary>
    [Fact]
    public virtual async Task Runs_of_two_kinds_apply_at_the_same_time()
    {
        var contacts = await StoreRun.StartAsync(await OpenStoreAsync());
        var accounts = await StoreRun.StartAsync(await OpenStoreAsync(), "run-2", RecordKind.Account);
        await Task.WhenAll(
            Task.Run(() => ApplyManyAsync(contacts, i => Make.Person(Sample.Contact(i), $"Number {i}")), Cancellation),
            Task.Run(() => ApplyManyAsync(accounts, i => Make.Create(Make.Source(Sample.Account(i)), Sample.Company($"Number {i}"))), Cancellation));
        Assert.Equal(200, await contacts.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
        Assert.Equal(200, await contacts.Store.CountListAsync("run-2", RecordKind.Account, Cancellation));

        static async Task ApplyManyAsync(StoreRun run, Func<int, RowChange> create)
        {
            for (int batch = 0; batch < 10; batch++)
            {
                await run.ApplyAsync([.. Enumerable.Range(batch * 20, 20).Select(create)]);
            }
        }
    }

    /// <summary>A reader sees a change set whole or not at all: its rows, their sources and their versions belong together.</summary>
    [Fact]
    public virtual async Task Readers_never_see_half_a_change_set()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Pair(0, Sample.Contact(1)), Pair(0, Sample.Contact(2)));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var readers = new List<Task<int>>();
        for (int i = 0; i < 3; i++)
        {
            var reader = run.Through(await OpenStoreAsync());
            readers.Add(Task.Run(() => ReadUntilDoneAsync(reader, done.Token), Cancellation));
        }

        for (int i = 1; i <= 60; i++)
        {
            var one = await run.RowAsync(Sample.Contact(1));
            var two = await run.RowAsync(Sample.Contact(2));
            await run.ApplyAsync(Step(one, i), Step(two, i));
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));

        static CreateRow Pair(int n, SalesforceId id) => Make.Create(
            Make.Source(id), Sample.Person("Pair", score: n), Make.Source(Partner(id), values: Sample.Person("Pair", score: n)));

        static SalesforceId Partner(SalesforceId id) => id == Sample.Contact(1) ? Sample.Lead(1) : Sample.Lead(2);

        static UpdateRow Step(StoredRow row, int n) => new()
        {
            Id = row.Id,
            Version = row.Version,
            Properties = [new(Sample.Score, row.Values[Sample.Score], FieldValue.FromInteger(n))],
            PutSources = [Make.Source(Partner(row.Leader!.Value.Id), values: Sample.Person("Pair", score: n))],
        };

        static async Task<int> ReadUntilDoneAsync(StoreRun reader, CancellationToken done)
        {
            int reads = 0;
            do
            {
                var rows = (await reader.FindAsync(Sample.Contact(1), Sample.Contact(2))).Rows;
                var numbers = rows.Select(row => row.Values[Sample.Score])
                    .Concat(rows.SelectMany(row => row.Sources).Select(source => source.Values).OfType<IReadOnlyList<FieldValue>>().Select(values => values[Sample.Score]));
                Assert.Single(numbers.Distinct());
                reads++;
            }
            while (!done.IsCancellationRequested);
            return reads;
        }
    }

    /// <summary>The host edits while the import goes on: each edit and each batch counts, none is lost.</summary>
    [Fact]
    public virtual async Task Edits_of_the_host_during_an_import_are_never_overwritten()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada", score: 0));
        long id = (await run.RowAsync(Sample.Contact(1))).Id;
        var editing = Task.Run(
            async () =>
            {
                for (int i = 1; i <= 20; i++)
                {
                    await Fixture.HostUpdateAsync(RecordKind.Contact, id, "LastName", FieldValue.FromText($"Edit {i}"), Cancellation);
                }
            },
            Cancellation);
        for (int applied = 0; applied < 20;)
        {
            // The last name is written as it was read: an edit in between would be undone, were it not for the version.
            var row = await run.RowAsync(Sample.Contact(1));
            var set = run.Set(Make.Update(
                row,
                new PropertyChange(Sample.Score, row.Values[Sample.Score], FieldValue.FromInteger(applied + 1)),
                new PropertyChange(Sample.LastName, row.Values[Sample.LastName], row.Values[Sample.LastName])));
            var result = await run.TryAsync(set);
            if (result.Outcome == ApplyOutcome.Conflict)
            {
                continue;
            }

            Assert.Equal(ApplyOutcome.Applied, result.Outcome);
            run.Advance();
            applied++;
        }

        await editing;
        var last = await run.RowAsync(Sample.Contact(1));
        Assert.Equal("Edit 20", last.Values[Sample.LastName].AsText());
        Assert.Equal(20, last.Values[Sample.Score].AsInteger());
    }

    /// <summary>An instance answers several threads.</summary>
    [Fact]
    public virtual async Task One_instance_serves_readers_while_it_writes()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync([.. Enumerable.Range(1, 50).Select(i => Make.Person(Sample.Contact(i), $"Number {i}"))]);
        var readers = Enumerable.Range(1, 4).Select(i => Task.Run(
            async () =>
            {
                for (int n = 0; n < 15; n++)
                {
                    Assert.Equal($"Number {i}", (await run.RowAsync(Sample.Contact(i))).Values[Sample.FirstName].AsText());
                    Assert.Equal(50, (await run.Store.ReadListAsync(run.Id, RecordKind.Contact, 0, 50, Cancellation)).Count);
                }
            },
            Cancellation));
        var writing = Task.Run(
            async () =>
            {
                for (int n = 100; n < 130; n++)
                {
                    await run.ApplyAsync(Make.Person(Sample.Contact(n), "New"));
                }
            },
            Cancellation);
        await Task.WhenAll([.. readers, writing]);
        Assert.Equal(80, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
    }

    /// <summary>A call that is cancelled before it starts does nothing.</summary>
    [Fact]
    public virtual async Task A_cancelled_call_is_cancelled_and_applies_nothing()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.Store.ApplyAsync(run.Set(Make.Person(Sample.Contact(1), "Ada")), cancelled.Token));
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Rows);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
    }

    private static async Task<StoreRun?> TryOpenAsync(ContactStore store, string run)
    {
        try
        {
            return await StoreRun.StartAsync(store, run);
        }
        catch (RunLeaseException)
        {
            return null;
        }
    }
}
