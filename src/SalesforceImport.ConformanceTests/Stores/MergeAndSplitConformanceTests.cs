namespace SalesforceImport.ConformanceTests;

/// <summary>Rows that merge, split and exchange sources: within one change set, in whatever order it lists them.</summary>
public abstract class MergeAndSplitConformanceTests : ContactStoreConformanceTests
{
    private static readonly SourceKey One = new(Sample.Org, Sample.Contact(1));
    private static readonly SourceKey Two = new(Sample.Org, Sample.Contact(2));

    /// <summary>A merge keeps the lower id; the records of both lead to it.</summary>
    [Fact]
    public virtual async Task A_merged_row_gives_its_sources_to_the_row_that_stays()
    {
        var (run, one, two) = await StartWithTwoAsync();
        await run.ApplyAsync(
            new UpdateRow
            {
                Id = one.Id,
                Version = one.Version,
                PutSources = [Make.Source(Sample.Contact(2), "two@example.com", Sample.Person("Two"))],
            },
            Make.Remove(two, mergedInto: one.Id));
        var row = await run.RowAsync(Sample.Contact(2));
        Assert.Equal(one.Id, row.Id);
        Assert.Equal(One, row.Leader);
        Assert.Equal(2, row.Sources.Count);
        Assert.Null(await run.FindIdAsync(two.Id));
        Assert.Equal(one.Id, Assert.Single((await run.FindByEmailAsync("two@example.com")).Rows).Id);
    }

    /// <summary>Drops and removals come first, even where the set lists them last.</summary>
    [Fact]
    public virtual async Task A_source_is_put_before_the_set_lists_its_drop()
    {
        var (run, one, two) = await StartWithTwoAsync(Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Lead")));
        var moved = Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Lead"));
        await run.ApplyAsync(
            new UpdateRow { Id = two.Id, Version = two.Version, PutSources = [moved] },
            new UpdateRow { Id = one.Id, Version = one.Version, DroppedSources = [moved.Key] });
        Assert.Equal(two.Id, (await run.RowAsync(Sample.Lead(1))).Id);
        Assert.Equal(two.Id, Assert.Single((await run.FindByEmailAsync("lead@example.com")).Rows).Id);
        Assert.Single((await run.RowAsync(Sample.Contact(1))).Sources);
    }

    /// <summary>An edge goes: a source becomes a row of its own in the set that drops it.</summary>
    [Fact]
    public virtual async Task A_source_that_splits_off_leads_a_new_row()
    {
        var (run, one, _) = await StartWithTwoAsync(Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Lead")));
        await run.ApplyAsync(
            Make.Create(Make.Source(Sample.Lead(1), "lead@example.com"), Sample.Person("Lead", email: "lead@example.com")),
            new UpdateRow { Id = one.Id, Version = one.Version, DroppedSources = [new(Sample.Org, Sample.Lead(1))] });
        var split = await run.RowAsync(Sample.Lead(1));
        Assert.True(split.Id > one.Id);
        Assert.Equal("Lead", split.Values[Sample.FirstName].AsText());
        Assert.Single((await run.RowAsync(Sample.Contact(1))).Sources);
    }

    /// <summary>A better source arrives: it leads, and the one before stays with the values it had.</summary>
    [Fact]
    public virtual async Task A_row_that_is_re_led_keeps_its_old_leader_as_a_source()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Lead(1), "ada@example.com"), Sample.Person("Lead", email: "ada@example.com")));
        var row = await run.RowAsync(Sample.Lead(1));
        await run.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Properties = [new(Sample.FirstName, row.Values[Sample.FirstName], FieldValue.FromText("Contact"))],
            Leader = Make.Source(Sample.Contact(1), "ada@example.com"),
            PutSources = [Make.Source(Sample.Lead(1), "ada@example.com", Sample.Person("Lead", email: "ada@example.com"))],
        });
        var led = await run.RowAsync(Sample.Lead(1));
        Assert.Equal(One, led.Leader);
        Assert.Equal("Contact", led.Values[Sample.FirstName].AsText());
        Assert.Null(led.Sources.Single(source => source.Key == One).Values);
        Assert.Equal("Lead", led.Sources.Single(source => source.Key != One).Values![Sample.FirstName].AsText());
        Assert.Equal(led.Id, Assert.Single((await run.FindByEmailAsync("ada@example.com")).Rows).Id);
    }

    /// <summary>A leader may step back for a source that the row had already.</summary>
    [Fact]
    public virtual async Task A_further_source_takes_the_lead_when_the_leader_is_dropped()
    {
        var (run, one, _) = await StartWithTwoAsync(Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Lead")));
        await run.ApplyAsync(new UpdateRow
        {
            Id = one.Id,
            Version = one.Version,
            Leader = Make.Source(Sample.Lead(1), "lead@example.com"),
            DroppedSources = [One],
        });
        var row = await run.RowAsync(Sample.Lead(1));
        Assert.Equal(new SourceKey(Sample.Org, Sample.Lead(1)), row.Leader);
        Assert.Null(Assert.Single(row.Sources).Values);
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>Two rows exchange their leaders: at no point may a unique key stand in the way.</summary>
    [Fact]
    public virtual async Task Two_rows_exchange_their_leaders()
    {
        var (run, one, two) = await StartWithTwoAsync();
        await run.ApplyAsync(
            new UpdateRow { Id = one.Id, Version = one.Version, Leader = Make.Source(Sample.Contact(2)), DroppedSources = [One] },
            new UpdateRow { Id = two.Id, Version = two.Version, Leader = Make.Source(Sample.Contact(1)), DroppedSources = [Two] });
        Assert.Equal(two.Id, (await run.RowAsync(Sample.Contact(1))).Id);
        Assert.Equal(one.Id, (await run.RowAsync(Sample.Contact(2))).Id);
        Assert.Single((await run.RowAsync(Sample.Contact(1))).Sources);
        Assert.Single((await run.RowAsync(Sample.Contact(2))).Sources);
    }

    /// <summary>The record that led a removed row may lead another at once.</summary>
    [Fact]
    public virtual async Task The_leader_of_a_removed_row_leads_a_new_one_in_the_same_set()
    {
        var (run, one, _) = await StartWithTwoAsync();
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Anew"), Make.Remove(one));
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.NotEqual(one.Id, row.Id);
        Assert.Equal("Anew", row.Values[Sample.FirstName].AsText());
        Assert.Null(await run.FindIdAsync(one.Id));
    }

    /// <summary>Three rows become one, with sources of every kind.</summary>
    [Fact]
    public virtual async Task Several_rows_merge_into_one_at_once()
    {
        var (run, one, two) = await StartWithTwoAsync(Make.Source(Sample.Lead(1), values: Sample.Person("Lead")));
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(3)), Sample.Person("Three"), Make.Source(Sample.Lead(3), linkedTo: Sample.Contact(7), contributes: false)));
        var three = await run.RowAsync(Sample.Contact(3));
        await run.ApplyAsync(
            new UpdateRow
            {
                Id = one.Id,
                Version = one.Version,
                Leader = Make.Source(Sample.Contact(3)),
                PutSources =
                [
                    Make.Source(Sample.Contact(1), values: Sample.Person("One")),
                    Make.Source(Sample.Contact(2), values: Sample.Person("Two")),
                    Make.Source(Sample.Lead(3), linkedTo: Sample.Contact(7), contributes: false),
                ],
            },
            Make.Remove(two, one.Id),
            Make.Remove(three, one.Id));
        foreach (var id in (SalesforceId[])[Sample.Contact(1), Sample.Contact(2), Sample.Contact(3), Sample.Lead(1), Sample.Lead(3), Sample.Contact(7)])
        {
            var row = await run.RowAsync(id);
            Assert.Equal(one.Id, row.Id);
            Assert.Equal(5, row.Sources.Count);
            Assert.Equal(Sample.Contact(3), row.Leader!.Value.Id);
        }
    }

    /// <summary>A source becomes an orphan in the set that takes it from its row.</summary>
    [Fact]
    public virtual async Task A_dropped_source_can_be_kept_as_an_orphan()
    {
        var lead = Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(1), contributes: false);
        var (run, one, _) = await StartWithTwoAsync(lead);
        var orphan = Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(8), contributes: false);
        await run.ApplyAsync(run.Set(
            [new UpdateRow { Id = one.Id, Version = one.Version, DroppedSources = [lead.Key] }], [orphan]));
        var found = await run.FindAsync(Sample.Lead(1));
        Assert.Empty(found.Rows);
        Assert.Equal(Sample.Contact(8), Assert.Single(found.Orphans).LinkedTo);
    }

    /// <summary>
    /// A set that puts a record to a second row without taking it from the first is a fault of the caller; whatever the
    /// store answers, no record feeds two rows.
    /// </summary>
    [Fact]
    public virtual async Task A_record_never_belongs_to_two_rows()
    {
        var (run, _, two) = await StartWithTwoAsync(Make.Source(Sample.Lead(1), values: Sample.Person("Lead")));
        foreach (var id in (SalesforceId[])[Sample.Lead(1), Sample.Contact(1)])
        {
            var current = (await run.FindIdAsync(two.Id))!;
            await Record.ExceptionAsync(() => run.TryAsync(run.Set(
                new UpdateRow { Id = current.Id, Version = current.Version, PutSources = [Make.Source(id, values: Sample.Person("Twice"))] })));
            await Record.ExceptionAsync(() => run.TryAsync(run.Set(Make.Person(id, "Twice"))));
            var owner = Assert.Single((await run.FindAsync(id)).Rows);
            Assert.Single(owner.Sources, source => source.Key.Id == id);
        }
    }

    private async Task<(StoreRun Run, StoredRow One, StoredRow Two)> StartWithTwoAsync(params StoredSource[] ofOne)
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(
            Make.Create(Make.Source(Sample.Contact(1), "one@example.com"), Sample.Person("One"), ofOne),
            Make.Person(Sample.Contact(2), "Two", "two@example.com"));
        return (run, await run.RowAsync(Sample.Contact(1)), await run.RowAsync(Sample.Contact(2)));
    }
}
