namespace SalesforceImport.ConformanceTests;

/// <summary>Links: kept by the ids of their ends, found from both, open until both are there, undoable.</summary>
public abstract class LinksConformanceTests : ContactStoreConformanceTests
{
    /// <summary>What is put comes back whole, from either end.</summary>
    [Fact]
    public virtual async Task A_link_is_found_from_both_of_its_ends()
    {
        var run = await StartAsync();
        var link = Link(1, 1) with { Record = Sample.Account(9), Role = "Decision “Maker”", IsPrimary = true, HasResponded = true, RespondedOn = new(2026, 2, 28) };
        var other = Link(2, 1);
        await run.ApplyAsync(Set(run, [link, other]));

        Assert.Equal([link, other], await FindAsync(run, LinkEnd.To, Sample.Contact(1)));
        Assert.Equal([link], await FindAsync(run, LinkEnd.From, Deal(1)));
        Assert.Empty(await FindAsync(run, LinkEnd.To, Sample.Contact(2)));
        Assert.Empty(await run.Store.FindLinksAsync(Sample.OtherOrg, LinkKind.OpportunityContact, LinkEnd.To, [Sample.Contact(1)], Cancellation));
        Assert.Empty(await run.Store.FindLinksAsync(Sample.Org, LinkKind.TaskContact, LinkEnd.To, [Sample.Contact(1)], Cancellation));
    }

    /// <summary>A link put again replaces what it said; one dropped is gone; dropping what is not there is nothing.</summary>
    [Fact]
    public virtual async Task A_link_is_replaced_and_dropped_by_its_key()
    {
        var run = await StartAsync();
        await run.ApplyAsync(Set(run, [Link(1, 1), Link(1, 2)]));
        await run.ApplyAsync(Set(run, [Link(1, 1) with { Role = "New" }], Link(1, 2).Key, Link(8, 8).Key));

        Assert.Equal([Link(1, 1) with { Role = "New" }], await FindAsync(run, LinkEnd.From, Deal(1)));
    }

    /// <summary>Ids that differ only in case are two ids.</summary>
    [Fact]
    public virtual async Task Links_of_ids_that_differ_only_in_case_are_two()
    {
        var run = await StartAsync();
        var (lower, upper) = (SalesforceId.Parse("00350000000000a"), SalesforceId.Parse("00350000000000A"));
        StoredLink Of(SalesforceId to) => new() { Key = new(LinkKind.OpportunityContact, Deal(1), to) };
        await run.ApplyAsync(Set(run, [Of(lower), Of(upper)]));

        Assert.Equal([Of(lower)], await FindAsync(run, LinkEnd.To, lower));
        Assert.Equal(2, (await FindAsync(run, LinkEnd.From, Deal(1))).Count);
    }

    /// <summary>Links come and go with their change set, or not at all.</summary>
    [Fact]
    public virtual async Task Links_of_a_change_set_in_conflict_are_not_put()
    {
        var run = await StartAsync();
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ann"));
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Update(row, Sample.Score, FieldValue.FromInteger(1)));
        var result = await run.TryAsync(Set(run, [Link(1, 1)], changes: Make.Update(row, Sample.Score, FieldValue.FromInteger(2))));

        Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
        Assert.Empty(await FindAsync(run, LinkEnd.To, Sample.Contact(1)));
    }

    /// <summary>The ids at one end, each once, in order, a page at a time.</summary>
    [Fact]
    public virtual async Task Linked_ids_are_listed_once_each_in_order()
    {
        var run = await StartAsync();
        await run.ApplyAsync(Set(run, [Link(3, 1), Link(1, 2), Link(1, 1), Link(2, 5)]));

        Assert.Equal([Deal(1), Deal(2)], await run.Store.ListLinkedIdsAsync(Sample.Org, LinkKind.OpportunityContact, LinkEnd.From, default, 2, Cancellation));
        Assert.Equal([Deal(3)], await run.Store.ListLinkedIdsAsync(Sample.Org, LinkKind.OpportunityContact, LinkEnd.From, Deal(2), 2, Cancellation));
        Assert.Equal(
            [Sample.Contact(1), Sample.Contact(2), Sample.Contact(5)],
            await run.Store.ListLinkedIdsAsync(Sample.Org, LinkKind.OpportunityContact, LinkEnd.To, default, 9, Cancellation));
    }

    /// <summary>A link waits for both of its ends, and closes by itself when they arrive.</summary>
    [Fact]
    public virtual async Task A_link_is_pending_until_both_ends_feed_rows()
    {
        var run = await StartAsync();
        await run.ApplyAsync(Set(run, [Link(1, 1), Link(2, 2)]));
        Assert.Equal([Link(1, 1), Link(2, 2)], await PendingAsync(run));
        Assert.Equal([Link(2, 2)], await run.Store.ListPendingLinksAsync(Sample.Org, LinkKind.OpportunityContact, Link(1, 1).Key, 9, Cancellation));

        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(9)), Sample.Person("Ann"), Make.Source(Sample.Contact(1), values: Sample.Person("A."))));
        Assert.Equal(2, (await PendingAsync(run)).Count);
        var deals = run.For(RecordKind.Opportunity);
        await deals.ApplyAsync(Make.Create(Make.Source(Deal(1)), [FieldValue.FromText("Deal")]));

        Assert.Equal([Link(2, 2)], await PendingAsync(run));
    }

    /// <summary>A campaign is not a row: its members alone are waited for.</summary>
    [Fact]
    public virtual async Task A_campaign_member_is_pending_until_the_person_is_there()
    {
        var run = await StartAsync();
        StoredLink Member(int person) => new() { Key = new(LinkKind.CampaignMember, Deal(7), Sample.Contact(person)), Role = "Sent" };
        await run.ApplyAsync(Set(run, [Member(1), Member(2)], changes: Make.Person(Sample.Contact(1), "Ann")));

        Assert.Equal([Member(2)], await run.Store.ListPendingLinksAsync(Sample.Org, LinkKind.CampaignMember, null, 9, Cancellation));
    }

    /// <summary>The ids that rows and their further records name in a property.</summary>
    [Fact]
    public virtual async Task References_are_those_of_rows_and_of_their_further_records()
    {
        var run = await StartAsync();
        static FieldValue[] Named(int account) => Sample.Person("Ann", lastName: Sample.Account(account).ToString());
        await run.ApplyAsync(
            Make.Create(Make.Source(Sample.Contact(1)), Named(3), Make.Source(Sample.Contact(2), values: Named(1)), Make.Source(Sample.Lead(1), values: Named(8), contributes: false)),
            Make.Create(Make.Source(Sample.Contact(3), values: Named(2)), Sample.Person("Own", lastName: "Typed by the host")),
            Make.Person(Sample.Contact(4), "Bob", lastName: "No id"),
            Make.Create(Make.Source(Sample.Contact(5)), Named(3)));
        Task<IReadOnlyList<SalesforceId>> ListAsync(SalesforceId after, int take) =>
            run.Store.ListReferencesAsync(Sample.Org, RecordKind.Contact, "LastName", after, take, Cancellation);

        Assert.Equal([Sample.Account(1), Sample.Account(2), Sample.Account(3)], await ListAsync(default, 9));
        Assert.Equal([Sample.Account(2)], await ListAsync(Sample.Account(1), 1));
        Assert.Empty(await run.Store.ListReferencesAsync(Sample.OtherOrg, RecordKind.Contact, "LastName", default, 9, Cancellation));
        Assert.Empty(await run.Store.ListReferencesAsync(Sample.Org, RecordKind.Contact, "NotThere", default, 9, Cancellation));
    }

    /// <summary>History tells what a run made, changed and took away; what came back to what it was is no change.</summary>
    [Fact]
    public virtual async Task History_tells_what_a_run_did_to_links()
    {
        var first = await StartAsync();
        await first.ApplyAsync(Set(first, [Link(1, 1), Link(1, 2), Link(1, 3), Link(1, 4)]));
        await first.CloseAsync();
        var run = await StartAsync("run-2");
        await run.ApplyAsync(Set(run, [Link(1, 1) with { Role = "New" }, Link(1, 3) with { Role = "Passing" }, Link(2, 9)], Link(1, 2).Key, Link(1, 4).Key));
        await run.ApplyAsync(Set(run, [Link(1, 3), Link(1, 4)], Link(2, 8).Key));

        Assert.Equal(
            [
                new(Link(1, 1).Key, Link(1, 1), Link(1, 1) with { Role = "New" }),
                new(Link(1, 2).Key, Link(1, 2), null),
                new LinkChange(Link(2, 9).Key, null, Link(2, 9)),
            ],
            await run.Store.ReadLinkHistoryAsync("run-2", null, 9, Cancellation));
        Assert.Equal([Link(2, 9).Key], (await run.Store.ReadLinkHistoryAsync("run-2", Link(1, 2).Key, 9, Cancellation)).Select(change => change.Key));
        Assert.Equal(
            [Link(1, 1).Key, Link(1, 3).Key, Link(1, 4).Key],
            (await run.Store.ReadLinkHistoryAsync("run-1", null, 9, Cancellation)).Where(change => change.Now is not null).Select(change => change.Key));
    }

    /// <summary>What ties an erased person to anything goes with them.</summary>
    [Fact]
    public virtual async Task Forgetting_a_contact_drops_its_links()
    {
        var run = await StartAsync();
        await run.ApplyAsync(Set(run, [Link(1, 1), Link(1, 2)], changes: Make.Person(Sample.Contact(1), "Ann")));
        await run.Store.ForgetAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(1))).Id, Cancellation);

        Assert.Equal([Link(1, 2)], await FindAsync(run, LinkEnd.From, Deal(1)));
        Assert.DoesNotContain(await run.Store.ReadLinkHistoryAsync(run.Id, null, 9, Cancellation), change => change.Key == Link(1, 1).Key);
    }

    private static SalesforceId Deal(int number) => SalesforceId.Parse($"006500000000{number:000}");

    private static StoredLink Link(int deal, int contact) => new() { Key = new(LinkKind.OpportunityContact, Deal(deal), Sample.Contact(contact)) };

    private static ChangeSet Set(StoreRun run, IReadOnlyList<StoredLink> put, params LinkKey[] dropped) => Linked(run, put, dropped, []);

    private static ChangeSet Set(StoreRun run, IReadOnlyList<StoredLink> put, RowChange changes) => Linked(run, put, [], [changes]);

    private static ChangeSet Linked(StoreRun run, IReadOnlyList<StoredLink> put, IReadOnlyList<LinkKey> dropped, IReadOnlyList<RowChange> changes) => new()
    {
        Run = run.Id,
        Epoch = run.Opened.Epoch,
        Sequence = run.Sequence + 1,
        Kind = run.Kind,
        Org = run.Org,
        Checkpoint = "linked",
        Changes = changes,
        PutLinks = put,
        DroppedLinks = dropped,
    };

    private static Task<IReadOnlyList<StoredLink>> FindAsync(StoreRun run, LinkEnd end, SalesforceId id) =>
        run.Store.FindLinksAsync(Sample.Org, LinkKind.OpportunityContact, end, [id], Cancellation);

    private static Task<IReadOnlyList<StoredLink>> PendingAsync(StoreRun run) =>
        run.Store.ListPendingLinksAsync(Sample.Org, LinkKind.OpportunityContact, null, 9, Cancellation);

    private async Task<StoreRun> StartAsync(string run = "run-1") => await StoreRun.StartAsync(
        await OpenStoreAsync(Sample.Contacts, new StoreSchema(RecordKind.Opportunity, [new("Name", PropertyType.Text)])), run, also: RecordKind.Opportunity);
}
