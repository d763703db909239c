namespace SalesforceImport.ConformanceTests;

/// <summary>Sources: kept as put, replaced, dropped; orphans; the leader.</summary>
public abstract class SourcesConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A contact's values are a function of its sources: each must come back as it was put.</summary>
    [Fact]
    public virtual async Task Further_sources_are_read_as_they_were_put()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var created = new DateTimeOffset(2019, 2, 28, 23, 59, 59, 999, TimeSpan.Zero);
        var lead = Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Adah", "", null, long.MaxValue), createdDate: created);
        var converted = Make.Source(Sample.Lead(2), linkedTo: Sample.Contact(1), contributes: false);
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1), "ada@example.com"), Sample.Person("Ada"), lead, converted));

        var sources = (await run.RowAsync(Sample.Contact(1))).Sources.ToDictionary(source => source.Key.Id);
        Assert.Equal(3, sources.Count);
        AssertSame(lead, sources[Sample.Lead(1)]);
        AssertSame(converted, sources[Sample.Lead(2)]);
        AssertSame(Make.Source(Sample.Contact(1), "ada@example.com"), sources[Sample.Contact(1)]);
    }

    /// <summary>A leader may have values of its own, where a rule made the row's differ.</summary>
    [Fact]
    public virtual async Task A_leader_with_values_of_its_own_keeps_them_apart_from_the_rows()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var leader = Make.Source(Sample.Contact(1), "ada@example.com", Sample.Person("Ada", score: 1), linkedTo: Sample.Contact(8));
        await run.ApplyAsync(Make.Create(leader, Sample.Person("Kept", score: 2)));
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.Equal(Sample.Person("Kept", score: 2), row.Values);
        AssertSame(leader, Assert.Single(row.Sources));
        Assert.Equal(row.Id, (await run.RowAsync(Sample.Contact(8))).Id);
    }

    /// <summary>A record without a creation date has none.</summary>
    [Fact]
    public virtual async Task A_source_without_a_created_date_has_none()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var leader = new StoredSource { Key = new(Sample.Org, Sample.Contact(1)), Object = "Contact" };
        var other = new StoredSource { Key = new(Sample.Org, Sample.Lead(1)), Object = "Lead", Values = Sample.Person(null) };
        await run.ApplyAsync(Make.Create(leader, Sample.Person("Ada"), other));
        var row = await run.RowAsync(Sample.Lead(1));
        Assert.All(row.Sources, source => Assert.Null(source.CreatedDate));
        Assert.All(row.Sources, source => Assert.Null(source.Email));
    }

    /// <summary>An update adds, replaces and drops; what it does not name stays.</summary>
    [Fact]
    public virtual async Task An_update_adds_replaces_and_drops_sources()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1)),
            Sample.Person("Ada"),
            Make.Source(Sample.Lead(1), "one@example.com", Sample.Person("One")),
            Make.Source(Sample.Lead(2), "two@example.com", Sample.Person("Two")),
            Make.Source(Sample.Lead(3), "three@example.com", Sample.Person("Three"))));
        var before = await run.RowAsync(Sample.Contact(1));
        var replaced = Make.Source(Sample.Lead(2), "zwei@example.com", Sample.Person("Zwei"), linkedTo: Sample.Contact(6));
        var added = Make.Source(Sample.Lead(4), values: Sample.Person("Four"));
        await run.ApplyAsync(new UpdateRow
        {
            Id = before.Id,
            Version = before.Version,
            PutSources = [replaced, added],
            DroppedSources = [new(Sample.Org, Sample.Lead(3))],
        });

        var row = await run.RowAsync(Sample.Contact(1));
        Assert.NotEqual(before.Version, row.Version);
        Assert.Equal(before.Values, row.Values);
        var sources = row.Sources.ToDictionary(source => source.Key.Id);
        Assert.Equal([Sample.Contact(1), Sample.Lead(1), Sample.Lead(2), Sample.Lead(4)], sources.Keys.Order());
        AssertSame(replaced, sources[Sample.Lead(2)]);
        AssertSame(added, sources[Sample.Lead(4)]);
        Assert.Empty((await run.FindAsync(Sample.Lead(3))).Rows);
        Assert.Empty((await run.FindByEmailAsync("three@example.com")).Rows);
        Assert.Empty((await run.FindByEmailAsync("two@example.com")).Rows);
        Assert.Single((await run.FindByEmailAsync("zwei@example.com")).Rows);
        Assert.Equal(row.Id, (await run.RowAsync(Sample.Contact(6))).Id);
    }

    /// <summary>The same record leads, with another e-mail: the old one finds nothing.</summary>
    [Fact]
    public virtual async Task A_leader_that_is_put_again_is_replaced_whole()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Lead(1), "old@example.com"), Sample.Person("Ada")));
        var row = await run.RowAsync(Sample.Lead(1));
        var leader = Make.Source(
            Sample.Lead(1), "new@example.com", linkedTo: Sample.Contact(1), contributes: false, createdDate: Sample.At(3));
        await run.ApplyAsync(new UpdateRow { Id = row.Id, Version = row.Version, Leader = leader });
        AssertSame(leader, Assert.Single((await run.RowAsync(Sample.Lead(1))).Sources));
        Assert.Single((await run.FindAsync(Sample.Contact(1))).Rows);
        Assert.Empty((await run.FindByEmailAsync("old@example.com")).Rows);
        Assert.Empty((await run.FindByEmailAsync("new@example.com")).Rows);
    }

    /// <summary>An update without a leader leaves all that is kept of it.</summary>
    [Fact]
    public virtual async Task An_update_without_a_leader_leaves_the_leader_as_it_is()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var leader = Make.Source(Sample.Contact(1), "ada@example.com", Sample.Person("Own"), createdDate: Sample.At(-9));
        await run.ApplyAsync(Make.Create(leader, Sample.Person("Ada")));
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), Sample.Score, FieldValue.FromInteger(3)));
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.Equal(leader.Key, row.Leader);
        AssertSame(leader, Assert.Single(row.Sources));
    }

    /// <summary>A row of the host's own is adopted by the record that matches it.</summary>
    [Fact]
    public virtual async Task A_row_of_the_host_takes_a_leader_and_can_lose_it_again()
    {
        var store = await OpenStoreAsync();
        long id = await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("Ada@example.com") }, Cancellation);
        var run = await StoreRun.StartAsync(store);
        var own = (await run.FindIdAsync(id))!;
        var leader = Make.Source(Sample.Contact(1), "ada@example.com", Sample.Person("Ada"));
        await run.ApplyAsync(new UpdateRow { Id = id, Version = own.Version, Leader = leader });
        var adopted = await run.RowAsync(Sample.Contact(1));
        Assert.Equal(id, adopted.Id);
        Assert.Equal(leader.Key, adopted.Leader);
        Assert.Null(adopted.CreatedByRun);
        AssertSame(leader, Assert.Single(adopted.Sources));

        await run.ApplyAsync(new UpdateRow { Id = id, Version = adopted.Version, DroppedSources = [leader.Key] });
        var free = (await run.FindIdAsync(id))!;
        Assert.Null(free.Leader);
        Assert.Empty(free.Sources);
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Rows);
        Assert.Single((await run.FindByEmailAsync("ada@example.com")).Rows);
    }

    /// <summary>A source that waits for its row is found by its id and by what it is linked to; it is no row.</summary>
    [Fact]
    public virtual async Task An_orphan_is_found_by_its_id_and_by_its_link()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var orphan = Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Early"), linkedTo: Sample.Contact(1), contributes: false);
        await run.ApplyAsync(run.Set([], [orphan, Make.Source(Sample.Lead(2), linkedTo: Sample.Contact(2))]));
        foreach (var id in (SalesforceId[])[Sample.Lead(1), Sample.Contact(1)])
        {
            var found = await run.FindAsync(id);
            Assert.Empty(found.Rows);
            AssertSame(orphan, Assert.Single(found.Orphans));
        }

        Assert.Empty((await run.FindByEmailAsync("lead@example.com")).Orphans);
        Assert.Empty((await run.For(org: Sample.OtherOrg).FindAsync(Sample.Lead(1))).Orphans);
        Assert.Equal(2, (await run.FindAsync(Sample.Lead(1), Sample.Contact(1), Sample.Lead(2))).Orphans.Count);
    }

    /// <summary>An orphan is kept, replaced, dropped.</summary>
    [Fact]
    public virtual async Task An_orphan_is_replaced_when_put_again_and_gone_when_dropped()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set([], [Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(1))]));
        var replaced = Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(2));
        await run.ApplyAsync(run.Set([], [replaced]));
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Orphans);
        AssertSame(replaced, Assert.Single((await run.FindAsync(Sample.Contact(2))).Orphans));
        await run.ApplyAsync(run.Set([], [], droppedOrphans: [replaced.Key]));
        Assert.Empty((await run.FindAsync(Sample.Lead(1), Sample.Contact(2))).Orphans);
    }

    /// <summary>A link whose other end was not there is closed when it arrives.</summary>
    [Fact]
    public virtual async Task An_orphan_joins_the_row_that_it_waited_for()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        var lead = Make.Source(Sample.Lead(1), linkedTo: Sample.Contact(1), contributes: false);
        await run.ApplyAsync(run.Set([], [lead]));
        await run.ApplyAsync(run.Set(
            [Make.Create(Make.Source(Sample.Contact(1)), Sample.Person("Ada"), lead)], [], droppedOrphans: [lead.Key]));
        var found = await run.FindAsync(Sample.Lead(1));
        Assert.Empty(found.Orphans);
        Assert.Equal(2, Assert.Single(found.Rows).Sources.Count);
    }

    /// <summary>The host deletes a row: its records, the further ones too, are free for a new one.</summary>
    [Fact]
    public virtual async Task A_row_that_the_host_deletes_leaves_no_source_behind()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1), "ada@example.com"), Sample.Person("Ada"),
            Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Adah"), linkedTo: Sample.Contact(5))));
        await Fixture.HostDeleteAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(1))).Id, Cancellation);
        SalesforceId[] ids = [Sample.Contact(1), Sample.Lead(1), Sample.Contact(5)];
        Assert.Empty((await run.FindAsync(ids)).Rows);
        Assert.Empty((await run.FindByEmailAsync("lead@example.com")).Rows);
        Assert.Empty(await run.Store.ListSyncedIdsAsync(Sample.Org, "Lead", default, 10, Cancellation));
        await run.ApplyAsync(run.Set(
            [Make.Create(Make.Source(Sample.Lead(1), "lead@example.com"), Sample.Person("Anew"), Make.Source(Sample.Contact(1)))],
            [], absentSources: ids, absentEmails: ["ada@example.com", "lead@example.com"]));
        Assert.Equal(2, (await run.RowAsync(Sample.Contact(1))).Sources.Count);
    }

    private static void AssertSame(StoredSource expected, StoredSource actual)
    {
        Assert.Equal(expected.Key, actual.Key);
        Assert.Equal(expected.Object, actual.Object);
        Assert.Equal(expected.CreatedDate, actual.CreatedDate);
        Assert.Equal(expected.Email, actual.Email);
        Assert.Equal(expected.LinkedTo, actual.LinkedTo);
        Assert.Equal(expected.Contributes, actual.Contributes);
        Assert.Equal(expected.Values, actual.Values);
    }
}
