namespace SalesforceImport.ConformanceTests;

/// <summary>The ids that were imported already: what a look-up of deletions goes by.</summary>
public abstract class SyncedIdsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Digits, capitals, small letters: the org's own order, which a collation would spoil.</summary>
    [Fact]
    public virtual async Task Synced_ids_come_in_ordinal_order_a_page_at_a_time()
    {
        SalesforceId[] ids =
        [
            .. ((string[])["0035000000000zz", "0035000000000Za", "0035000000000aZ", "00350000000009A", "0035000000000A9", "0035000000000aa"])
                .Select(SalesforceId.Parse),
        ];
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync([.. ids.Select(id => Make.Person(id, "Somebody"))]);

        var read = new List<SalesforceId>();
        for (IReadOnlyList<SalesforceId> page = [default]; page.Count > 0;)
        {
            page = await run.Store.ListSyncedIdsAsync(Sample.Org, "Contact", read.LastOrDefault(), 4, Cancellation);
            Assert.True(page.Count <= 4);
            read.AddRange(page);
            Assert.True(read.Count <= ids.Length, "A page brings rows that an earlier one brought.");
        }

        Assert.Equal(ids.Order(), read);
    }

    /// <summary>Leaders and further sources feed a row; converted leads and orphans do not; other objects and orgs are not asked for.</summary>
    [Fact]
    public virtual async Task Synced_ids_are_those_of_leading_and_contributing_sources_of_the_org_and_object()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set(
            [
                Make.Create(
                    Make.Source(Sample.Contact(1)),
                    Sample.Person("Ada"),
                    Make.Source(Sample.Lead(1), values: Sample.Person("A")),
                    Make.Source(Sample.Lead(2), linkedTo: Sample.Contact(1), contributes: false),
                    Make.Source(Sample.Lead(5), values: Sample.Person("O"), org: Sample.OtherOrg)),
                Make.Create(Make.Source(Sample.Lead(3)), Sample.Person("Bea")),
                Make.Create(Make.Source(Sample.Lead(6), contributes: false), Sample.Person("Leads without feeding")),
            ],
            [Make.Source(Sample.Lead(4), linkedTo: Sample.Contact(9))]));
        Assert.Equal([Sample.Lead(1), Sample.Lead(3), Sample.Lead(6)], await ListAsync("Lead"));
        Assert.Equal([Sample.Contact(1)], await ListAsync("Contact"));
        Assert.Empty(await ListAsync("Account"));
        Assert.Equal([Sample.Lead(5)], await run.Store.ListSyncedIdsAsync(Sample.OtherOrg, "Lead", default, 10, Cancellation));

        Task<IReadOnlyList<SalesforceId>> ListAsync(string sObject) =>
            run.Store.ListSyncedIdsAsync(Sample.Org, sObject, default, 10, Cancellation);
    }

    /// <summary>What no longer feeds a row is no longer asked after.</summary>
    [Fact]
    public virtual async Task Ids_of_dropped_sources_and_removed_rows_are_not_synced()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(
            Make.Create(Make.Source(Sample.Lead(1)), Sample.Person("Ada"), Make.Source(Sample.Lead(2), values: Sample.Person("A"))),
            Make.Create(Make.Source(Sample.Lead(3)), Sample.Person("Bea")));
        var ada = await run.RowAsync(Sample.Lead(1));
        await run.ApplyAsync(
            new UpdateRow { Id = ada.Id, Version = ada.Version, DroppedSources = [new(Sample.Org, Sample.Lead(2))] },
            Make.Remove(await run.RowAsync(Sample.Lead(3))));
        Assert.Equal([Sample.Lead(1)], await run.Store.ListSyncedIdsAsync(Sample.Org, "Lead", default, 10, Cancellation));
    }

    /// <summary>A page starts behind the id given, whether that id is there or not.</summary>
    [Fact]
    public virtual async Task A_page_starts_behind_an_id_that_need_not_be_there()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync([.. ((int[])[2, 4, 6]).Select(i => Make.Person(Sample.Contact(i), "Somebody"))]);
        Assert.Equal(
            [Sample.Contact(4), Sample.Contact(6)],
            await run.Store.ListSyncedIdsAsync(Sample.Org, "Contact", Sample.Contact(3), 10, Cancellation));
        Assert.Equal([Sample.Contact(4)], await run.Store.ListSyncedIdsAsync(Sample.Org, "Contact", Sample.Contact(2), 1, Cancellation));
        Assert.Empty(await run.Store.ListSyncedIdsAsync(Sample.Org, "Contact", Sample.Contact(6), 1, Cancellation));
    }
}
