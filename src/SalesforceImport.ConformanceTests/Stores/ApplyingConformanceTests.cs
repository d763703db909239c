namespace SalesforceImport.ConformanceTests;

/// <summary>Change sets: applied once, in order, whole or not at all.</summary>
public abstract class ApplyingConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A plain create reads back with its leader as its one source, the values being the row's.</summary>
    [Fact]
    public virtual async Task A_created_row_is_found_by_its_record_with_the_leader_as_its_source()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var created = Sample.Start.AddDays(-400);
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Lead(1), "ada@example.com", createdDate: created), Sample.Person("Ada", "Lovelace", "Ada@Example.com", 12)));

        var row = await run.RowAsync(Sample.Lead(1));
        Assert.Equal(Sample.Person("Ada", "Lovelace", "Ada@Example.com", 12), row.Values);
        Assert.Equal(new SourceKey(Sample.Org, Sample.Lead(1)), row.Leader);
        Assert.Equal("run-1", row.CreatedByRun);
        Assert.Empty(row.ChangesOfRun);
        var source = Assert.Single(row.Sources);
        Assert.Equal(row.Leader, source.Key);
        Assert.Equal("Lead", source.Object);
        Assert.Equal(created, source.CreatedDate);
        Assert.Equal("ada@example.com", source.Email);
        Assert.True(source.Contributes);
        Assert.Null(source.LinkedTo);
        Assert.Null(source.Values);
    }

    /// <summary>Committed means: another process sees it.</summary>
    [Fact]
    public virtual async Task What_was_applied_is_there_after_a_crash()
    {
        var store = await OpenStoreAsync();
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"), Make.Person(Sample.Contact(2), "Bea"));
        await Fixture.CrashAsync(store, Cancellation);

        var again = await StoreRun.ResumeAsync(await OpenStoreAsync());
        Assert.Equal(1, again.Sequence);
        Assert.Equal("checkpoint 1", again.Opened.Run.Checkpoint);
        Assert.Equal(2, (await again.FindAsync(Sample.Contact(1), Sample.Contact(2))).Rows.Count);
        Assert.Equal(2, await again.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
    }

    /// <summary>A change set is numbered so that a commit whose answer was lost can be sent again.</summary>
    [Fact]
    public virtual async Task A_change_set_sent_again_is_applied_once()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var set = run.Set(Make.Person(Sample.Contact(1), "Ada"));
        await run.ApplyAsync(set);
        Assert.Equal(ApplyOutcome.AlreadyApplied, (await run.TryAsync(set)).Outcome);
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
        Assert.Equal(ApplyOutcome.AlreadyApplied, (await run.TryAsync(set)).Outcome);
        Assert.Equal(2, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
        var found = await run.Store.FindRunAsync("run-1", Cancellation);
        Assert.Equal(2, found!.Sequence);
        Assert.Equal("checkpoint 2", found.Checkpoint);
    }

    /// <summary>The replay's versions are old by then; it was applied before, and that comes first.</summary>
    [Fact]
    public virtual async Task A_replayed_update_is_already_applied_and_no_conflict()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        var set = run.Set(
            [Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Augusta"))],
            [],
            absentSources: [Sample.Contact(1)]);
        var update = run.Set([.. set.Changes]);
        await run.ApplyAsync(update);
        Assert.Equal(ApplyOutcome.AlreadyApplied, (await run.TryAsync(set)).Outcome);
    }

    /// <summary>Only on top of the one before: a gap is a fault of the caller, and nothing is done.</summary>
    [Fact]
    public virtual async Task A_change_set_that_leaves_a_gap_throws_and_changes_nothing()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada"));
        var late = run.Set([Make.Person(Sample.Contact(3), "Cleo")], [], sequence: 3);
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.TryAsync(late));
        Assert.Empty((await run.FindAsync(Sample.Contact(3))).Rows);
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
        await run.ApplyAsync(late);
    }

    /// <summary>A batch in which nothing changes still moves the checkpoint.</summary>
    [Fact]
    public virtual async Task An_empty_change_set_moves_checkpoint_and_sequence()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync();
        var found = await run.Store.FindRunAsync("run-1", Cancellation);
        Assert.Equal(1, found!.Sequence);
        Assert.Equal("checkpoint 1", found.Checkpoint);
        Assert.Equal(0, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
    }

    /// <summary>Only the properties named change; the version moves.</summary>
    [Fact]
    public virtual async Task An_update_changes_the_named_properties_only_and_moves_the_version()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(
            Make.Person(Sample.Contact(1), "Ada", "ada@example.com", "Byron", 7), Make.Person(Sample.Contact(2), "Bea"));
        var before = await run.RowAsync(Sample.Contact(1));
        var other = await run.RowAsync(Sample.Contact(2));
        await run.ApplyAsync(Make.Update(
            before,
            new PropertyChange(Sample.LastName, before.Values[Sample.LastName], FieldValue.FromText("Lovelace")),
            new PropertyChange(Sample.Score, before.Values[Sample.Score], FieldValue.Null)));

        var after = await run.RowAsync(Sample.Contact(1));
        Assert.Equal(Sample.Person("Ada", "Lovelace", "ada@example.com"), after.Values);
        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal("ada@example.com", Assert.Single(after.Sources).Email);
        Assert.Equal(other.Version, (await run.RowAsync(Sample.Contact(2))).Version);
    }

    /// <summary>Of two rows, the one made earlier has the lower id; a removed row's id does not come back.</summary>
    [Fact]
    public virtual async Task Row_ids_rise_and_are_not_used_again()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var ids = new List<long>();
        for (int i = 1; i <= 5; i++)
        {
            await run.ApplyAsync(Make.Person(Sample.Contact(100 - i), $"Number {i}"));
            var row = await run.RowAsync(Sample.Contact(100 - i));
            ids.Add(row.Id);
            await run.ApplyAsync(Make.Remove(row));
        }

        Assert.Equal(ids.Distinct().Order(), ids);
    }

    /// <summary>A row removed is found by nothing.</summary>
    [Fact]
    public virtual async Task A_removed_row_is_gone_and_its_records_are_free()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1), "ada@example.com"), Sample.Person("Ada"), Make.Source(Sample.Lead(1), "a@example.com", Sample.Person("A"))));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Remove(row));
        Assert.Empty((await run.FindAsync(Sample.Contact(1), Sample.Lead(1))).Rows);
        Assert.Empty((await run.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Null(await run.FindIdAsync(row.Id));
        await run.ApplyAsync(run.Set(
            [Make.Person(Sample.Lead(1), "Anew"), Make.Person(Sample.Contact(1), "Apart")],
            [],
            absentSources: [Sample.Lead(1), Sample.Contact(1)],
            absentEmails: ["ada@example.com", "a@example.com"]));
        Assert.NotEqual((await run.RowAsync(Sample.Lead(1))).Id, (await run.RowAsync(Sample.Contact(1))).Id);
    }
}
