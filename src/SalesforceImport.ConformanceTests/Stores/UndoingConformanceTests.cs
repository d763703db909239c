namespace SalesforceImport.ConformanceTests;

/// <summary>What undoing a run needs: the records rows had, who has written them since, and rows that come back.</summary>
public abstract class UndoingConformanceTests : ContactStoreConformanceTests
{
    /// <summary>The records a row had before the run, with who led, however often the run changed them.</summary>
    [Fact]
    public virtual async Task History_holds_the_records_a_row_had_before_the_run()
    {
        var run = await StartSecondRunAsync(Make.Create(
            Make.Source(Sample.Lead(1), "ann@example.com", createdDate: Sample.At(-5)),
            Sample.Person("Ann"),
            Make.Source(Sample.Lead(2), values: Sample.Person("A.", score: 7), linkedTo: Sample.Contact(1), contributes: false)));
        var row = await run.RowAsync(Sample.Lead(1));
        await run.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Leader = Make.Source(Sample.Contact(1)),
            PutSources = [Make.Source(Sample.Lead(1), values: Sample.Person("Ann"))],
            DroppedSources = [new(Sample.Org, Sample.Lead(2))],
        });
        row = await run.RowAsync(Sample.Lead(1));
        await run.ApplyAsync(new UpdateRow { Id = row.Id, Version = row.Version, DroppedSources = [new(Sample.Org, Sample.Lead(1))] });

        var entry = Assert.Single(await HistoryAsync(run));
        Assert.Equal(new(Sample.Org, Sample.Lead(1)), entry.LeaderBefore);
        var before = entry.SourcesBefore!.OrderBy(source => source.Key.Id).ToList();
        Assert.Equal([Sample.Lead(1), Sample.Lead(2)], before.Select(source => source.Key.Id));
        Assert.Equal("ann@example.com", before[0].Email);
        Assert.Equal(Sample.At(-5), before[0].CreatedDate);
        Assert.Null(before[0].Values);
        Assert.True(before[0].Contributes);
        Assert.Equal(Sample.Person("A.", score: 7), before[1].Values);
        Assert.Equal(Sample.Contact(1), before[1].LinkedTo);
        Assert.False(before[1].Contributes);
    }

    /// <summary>Where only values change, the records are not kept again.</summary>
    [Fact]
    public virtual async Task History_of_values_alone_holds_no_records()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "Ann"));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.Score, FieldValue.FromInteger(4)));

        var entry = Assert.Single(await HistoryAsync(run));
        Assert.Null(entry.SourcesBefore);
        Assert.Null(entry.LeaderBefore);
    }

    /// <summary>A row that went is kept with its values, its records and the run that had made it.</summary>
    [Fact]
    public virtual async Task A_removed_row_can_be_restored_as_it_was()
    {
        var run = await StartSecondRunAsync(
            Make.Create(Make.Source(Sample.Contact(1), "ann@example.com"), Sample.Person("Ann", score: 5), Make.Source(Sample.Lead(1), values: Sample.Person("A."))));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Remove(row));
        var removed = Assert.Single(await HistoryAsync(run));
        Assert.True(removed.Removed);
        Assert.Equal("run-1", removed.CreatedByRun);
        Assert.Equal(0, await run.Store.CountListAsync("run-1", RecordKind.Contact, Cancellation));
        await run.CloseAsync();

        var undo = await StoreRun.StartAsync(run.Store, "run-3");
        await undo.ApplyAsync(new RestoreRow
        {
            Id = removed.RowId,
            Values = row.Values,
            Leader = removed.SourcesBefore!.Single(source => source.Key == removed.LeaderBefore),
            OtherSources = [.. removed.SourcesBefore!.Where(source => source.Key != removed.LeaderBefore)],
            CreatedByRun = removed.CreatedByRun,
        });

        var restored = await undo.RowAsync(Sample.Lead(1));
        Assert.Equal(row.Id, restored.Id);
        Assert.Equal(row.Values, restored.Values);
        Assert.Equal(row.Leader, restored.Leader);
        Assert.Equal("run-1", restored.CreatedByRun);
        Assert.Equal(row.Sources.Select(source => source.Key).Order(Comparer), restored.Sources.Select(source => source.Key).Order(Comparer));
        Assert.Equal(row.Id, Assert.Single((await undo.FindByEmailAsync("ann@example.com")).Rows).Id);
        Assert.Equal([new ListMember(row.Id, true)], await undo.Store.ReadListAsync("run-1", RecordKind.Contact, 0, 9, Cancellation));
        var entry = Assert.Single(await HistoryAsync(undo));
        Assert.True(entry is { Restored: true, Removed: false });
    }

    /// <summary>An id that is taken is a conflict, and a record that has a row elsewhere cannot come back with this one.</summary>
    [Fact]
    public virtual async Task A_row_cannot_be_restored_over_another()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "Ann"));
        var row = await run.RowAsync(Sample.Contact(1));
        var result = await run.TryAsync(run.Set(new RestoreRow { Id = row.Id, Values = Sample.Person("Again") }));

        Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
        Assert.Equal([row.Id], result.Rows);
        Assert.Equal(row.Values, (await run.RowAsync(Sample.Contact(1))).Values);
    }

    /// <summary>A row of the host's own comes back without records.</summary>
    [Fact]
    public virtual async Task A_row_of_the_hosts_own_is_restored_without_records()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "Ann"));
        long own = await Fixture.HostInsertAsync(RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("own@example.com") }, Cancellation);
        var row = Assert.Single((await run.FindByEmailAsync("own@example.com")).Rows);
        await run.ApplyAsync(Make.Remove(row));
        await run.ApplyAsync(new RestoreRow { Id = own, Values = row.Values });

        var restored = Assert.Single((await run.FindByEmailAsync("own@example.com")).Rows);
        Assert.Equal(own, restored.Id);
        Assert.Null(restored.Leader);
        Assert.Null(restored.CreatedByRun);
        Assert.Empty(restored.Sources);
    }

    /// <summary>The store can tell whether anybody but the library has written a row.</summary>
    [Fact]
    public virtual async Task A_row_tells_whether_the_host_has_written_it()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "Ann"), Make.Person(Sample.Contact(2), "Bob"));
        foreach (int number in (int[])[1, 2])
        {
            await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(number)), Sample.Score, FieldValue.FromInteger(number)));
        }

        await Fixture.HostUpdateAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(2))).Id, "FirstName", FieldValue.FromText("Robert"), Cancellation);

        Assert.False((await run.RowAsync(Sample.Contact(1))).WrittenByHost);
        Assert.True((await run.RowAsync(Sample.Contact(2))).WrittenByHost);
    }

    /// <summary>Asked for, the runs that have changed a row come with it, in their order.</summary>
    [Fact]
    public virtual async Task A_row_tells_which_runs_have_changed_it()
    {
        var run = await StartSecondRunAsync(Make.Person(Sample.Contact(1), "Ann"));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.Score, FieldValue.FromInteger(4)));
        await run.CloseAsync();
        var third = await StoreRun.StartAsync(run.Store, "run-3");
        var row = await third.RowAsync(Sample.Contact(1));
        await third.ApplyAsync(new UpdateRow { Id = row.Id, Version = row.Version, PutSources = [Make.Source(Sample.Lead(1), values: Sample.Person("A."))] });

        var found = await third.Store.FindAsync(
            new() { Kind = RecordKind.Contact, Org = Sample.Org, Run = "run-3", Ids = [row.Id], WithRuns = true }, Cancellation);
        Assert.Equal(["run-2", "run-3"], Assert.Single(found.Rows).ChangedByRuns);
        Assert.Empty((await third.RowAsync(Sample.Contact(1))).ChangedByRuns);
    }

    /// <summary>What a row held while an erased person's record belonged to it is that person's too.</summary>
    [Fact]
    public virtual async Task Forgetting_reaches_the_history_of_the_rows_a_record_has_left()
    {
        var run = await StartSecondRunAsync(
            Make.Create(Make.Source(Sample.Contact(1)), Sample.Person("Ann"), Make.Source(Sample.Contact(2), values: Sample.Person("Marked-7f3a"))));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(
            new UpdateRow { Id = row.Id, Version = row.Version, DroppedSources = [new(Sample.Org, Sample.Contact(2))] },
            Make.Person(Sample.Contact(2), "Marked-7f3a"));
        await run.Store.ForgetAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(2))).Id, Cancellation);

        Assert.Empty(await HistoryAsync(run));
        Assert.NotEqual(true, await Fixture.HoldsAnywhereAsync("Marked-7f3a", Cancellation));
    }

    private static Comparer<SourceKey> Comparer => Comparer<SourceKey>.Create((left, right) => left.Id.CompareTo(right.Id));

    private static Task<IReadOnlyList<HistoryEntry>> HistoryAsync(StoreRun run) =>
        run.Store.ReadHistoryAsync(run.Id, RecordKind.Contact, 0, 100, Cancellation);

    private async Task<StoreRun> StartSecondRunAsync(params RowChange[] changes)
    {
        var first = await StoreRun.StartAsync(await OpenStoreAsync());
        await first.ApplyAsync(changes);
        await first.CloseAsync();
        return await StoreRun.StartAsync(await OpenStoreAsync(), "run-2");
    }
}
