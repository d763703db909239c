using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing.Changes;

/// <summary>An import of changes leaves the store as an import of everything would.</summary>
public sealed class ChangesOnlyTests
{
    private static readonly Action<SalesforceImportOptions> Mirror = options =>
    {
        (options.AccountSync, options.OpportunitySync, options.TaskSync) = (true, true, true);
        (options.WhenGone, options.ChangeLag) = (GoneRule.Delete, TimeSpan.Zero);
    };

    [Fact]
    public async Task Edits_conversions_merges_deletes_and_undeletes_are_mirrored()
    {
        await using var import = await StartAsync();
        var selector = RecordSelector.LeadsAndContacts();
        string revived = import.Org.Org.IdAt("Contact", 20);
        import.Org.Org.Delete(revived);
        await import.ImportAsync(selector, Mirror);
        import.Advance(TimeSpan.FromHours(1));

        Edit(import.Org.Org);
        import.Org.Org.Undelete(revived);
        var report = await import.ImportChangesAsync(selector, Mirror);

        report.State.Should().Be(ImportState.Completed, report.Reason);
        (report.Objects["Contact"].Selected + report.Objects["Lead"].Selected).Should().BeLessThan(30, "only what changed is read");
        report.Objects["Contact"].Gone.Should().Be(2, "one was deleted, one deleted past the bin");
        await ShouldBeAsFreshAsync(import, selector, RecordKind.Contact, "Contact", "Lead");
    }

    [Fact]
    public async Task Records_that_no_longer_meet_the_condition_leave()
    {
        await using var import = await StartAsync();
        var selector = RecordSelector.AllContacts(RecordCondition.Field("Department").EqualTo("Zeppelins"));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 1), Fields(("Department", "Zeppelins")));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 2), Fields(("Department", "Zeppelins")));
        import.Advance(TimeSpan.FromHours(1));
        await import.ImportAsync(selector, Mirror);
        import.Advance(TimeSpan.FromHours(1));

        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 1), Fields(("Department", "Finance")));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 3), Fields(("Department", "Zeppelins")));
        var report = await import.ImportChangesAsync(selector, Mirror);

        report.Objects["Contact"].Should().Be(new ObjectTally { Selected = 1, Created = 1, Gone = 1 });
        (await import.WhyAsync(import.Org.Org.IdAt("Contact", 1))).Should().Contain(sentence => sentence.Contains("no longer among what is selected", StringComparison.Ordinal));
        await ShouldBeAsFreshAsync(import, selector, RecordKind.Contact, "Contact");
    }

    [Fact]
    public async Task What_another_selection_brought_does_not_leave_with_this_one()
    {
        await using var import = await StartAsync();
        var sales = RecordSelector.AllContacts(RecordCondition.Field("Department").EqualTo("Zeppelins"));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 1), Fields(("Department", "Zeppelins")));
        await import.ImportAsync(RecordSelector.AllContacts(), Mirror);
        await import.ImportAsync(sales, Mirror);
        import.Advance(TimeSpan.FromHours(1));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 2), Fields(("Department", "Finance")));
        int before = (await import.SyncedAsync("Contact")).Count;

        var report = await import.ImportChangesAsync(sales, Mirror);

        report.Objects["Contact"].Gone.Should().Be(0);
        (await import.SyncedAsync("Contact")).Should().HaveCount(before);
    }

    [Fact]
    public async Task An_unchanged_org_costs_at_most_four_calls_for_each_object()
    {
        await using var import = await StartAsync();
        var selector = RecordSelector.LeadsAndContacts();
        await import.ImportAsync(selector, Mirror);
        import.Advance(TimeSpan.FromHours(1));

        var report = await import.ImportChangesAsync(selector, Mirror);

        report.State.Should().Be(ImportState.Completed);
        report.Calls.Used.Should().BeLessThanOrEqualTo(8);
        report.Objects.Values.Should().AllSatisfy(tally => tally.Should().Be(new ObjectTally()));
    }

    [Fact]
    public async Task What_was_changed_before_the_last_import_of_changes_is_not_read_again()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), Mirror);
        import.Advance(TimeSpan.FromHours(1));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 1), Fields(("Title", "Chief")));
        import.Advance(TimeSpan.FromHours(1));
        await import.ImportChangesAsync(RecordSelector.AllContacts(), Mirror);
        import.Advance(TimeSpan.FromHours(1));
        import.Org.Org.Update(import.Org.Org.IdAt("Contact", 2), Fields(("Title", "Deputy")));

        var report = await import.ImportChangesAsync(RecordSelector.AllContacts(), Mirror);

        report.Objects["Contact"].Should().Be(new ObjectTally { Selected = 1, Updated = 1 });
    }

    [Fact]
    public async Task Marked_rows_stay_and_are_unmarked_when_the_record_comes_back()
    {
        await using var import = await StartAsync();
        Action<SalesforceImportOptions> mark = options => (options.WhenGone, options.ChangeLag) = (GoneRule.Mark, TimeSpan.Zero);
        string id = import.Org.Org.IdAt("Contact", 1);
        await import.ImportAsync(RecordSelector.AllContacts(), mark);
        int rows = (await import.SyncedAsync("Contact")).Count;
        import.Advance(TimeSpan.FromHours(1));

        import.Org.Org.Delete(id);
        (await import.ImportChangesAsync(RecordSelector.AllContacts(), mark)).Objects["Contact"].Gone.Should().Be(1);
        (await import.SyncedAsync("Contact")).Should().HaveCount(rows);
        (await import.RowsAsync(RecordKind.Contact, "Contact")).Single(row => row.StartsWith(id, StringComparison.Ordinal)).Should().EndWith("|true");

        import.Advance(TimeSpan.FromHours(1));
        import.Org.Org.Undelete(id);
        await import.ImportChangesAsync(RecordSelector.AllContacts(), mark);
        (await import.RowsAsync(RecordKind.Contact, "Contact")).Single(row => row.StartsWith(id, StringComparison.Ordinal)).Should().NotEndWith("|true");
    }

    [Fact]
    public async Task Without_an_earlier_import_everything_is_read_and_the_plan_says_so()
    {
        await using var import = await StartAsync();

        var report = await import.ImportChangesAsync(RecordSelector.AllContacts(), Mirror);

        report.Objects["Contact"].Selected.Should().Be(import.Org.Org.Count("Contact"));
        report.Notes.Should().Contain(note => note.StartsWith("Everything is read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mapping_that_has_gained_a_field_reads_everything_once()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), Mirror);
        Action<SalesforceImportOptions> more = options =>
        {
            Mirror(options);
            options.ContactFields.Map("AssistantName", "Assistant");
        };

        var report = await import.ImportChangesAsync(RecordSelector.AllContacts(), more);
        import.Advance(TimeSpan.FromHours(1));
        var again = await import.ImportChangesAsync(RecordSelector.AllContacts(), more);

        report.Objects["Contact"].Selected.Should().Be(import.Org.Org.Count("Contact"));
        report.Notes.Should().Contain(note => note.Contains("what is mapped", StringComparison.Ordinal));
        again.Objects["Contact"].Selected.Should().Be(0);
    }

    [Fact]
    public async Task Behind_a_gap_longer_than_the_org_remembers_everything_is_read()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), Mirror);
        import.Org.Org.HardDelete(import.Org.Org.IdAt("Contact", 1));
        import.Advance(TimeSpan.FromDays(20));

        var report = await import.ImportChangesAsync(RecordSelector.AllContacts(), Mirror);

        report.Notes.Should().Contain(note => note.Contains("remembers", StringComparison.Ordinal));
        report.Objects["Contact"].Gone.Should().Be(1, "what is held and no longer there is found by that");
    }

    [Fact]
    public async Task Associates_and_their_ties_are_mirrored()
    {
        await using var import = await StartAsync();
        var selector = RecordSelector.Combine(
            RecordSelector.LeadsAndContacts(), RecordSelector.AccountsOfContacts(), RecordSelector.OpportunitiesOfContacts(), RecordSelector.TasksOfContacts());
        await import.ImportAsync(selector, Mirror);
        import.Advance(TimeSpan.FromHours(1));
        var org = import.Org.Org;

        Edit(org);
        org.Update(org.IdAt("Contact", 10), Fields(("AccountId", org.IdAt("Account", 70))));
        org.Update((string)org.Find(org.IdAt("Contact", 11))!["AccountId"]!, Fields(("Industry", "Shipping")));
        string contact = (string)org.Rows("OpportunityContactRole").First()["ContactId"]!;
        string opportunity = org.Insert("Opportunity", Fields(("Name", "Newest"), ("StageName", "Prospecting"), ("CloseDate", new DateOnly(2027, 1, 1))));
        org.Insert("OpportunityContactRole", Fields(("OpportunityId", opportunity), ("ContactId", contact)));
        org.Delete(org.Rows("OpportunityContactRole").Last().Id);
        var tasks = org.Rows("Task").Where(task => task["WhoId"] is string who && org.Find(who) is not null).Take(3).ToList();
        org.Delete(tasks[0].Id);
        org.Update(tasks[1].Id, Fields(("Subject", "Call back")));
        org.Update(tasks[2].Id, Fields(("WhoId", org.IdAt("Contact", 12))));
        org.Insert("Task", Fields(("Subject", "New"), ("Status", "Not Started"), ("Priority", "Normal"), ("WhoId", org.IdAt("Contact", 13))));
        var report = await import.ImportChangesAsync(selector, Mirror);

        report.State.Should().Be(ImportState.Completed, report.Reason);
        await using var fresh = import.Fresh();
        await fresh.ImportAsync(selector, Mirror);
        (await import.RowsAsync(RecordKind.Contact, "Contact", "Lead")).Should().Equal(await fresh.RowsAsync(RecordKind.Contact, "Contact", "Lead"));
        (await import.RowsAsync(RecordKind.Account, "Account")).Should().Equal(await fresh.RowsAsync(RecordKind.Account, "Account"));
        (await import.RowsAsync(RecordKind.Opportunity, "Opportunity")).Should().Equal(await fresh.RowsAsync(RecordKind.Opportunity, "Opportunity"));
        (await import.RowsAsync(RecordKind.Task, "Task")).Should().Equal(await fresh.RowsAsync(RecordKind.Task, "Task"));
        (await import.StoredLinksAsync(LinkKind.OpportunityContact)).Should().BeEquivalentTo(await fresh.StoredLinksAsync(LinkKind.OpportunityContact));
        (await import.StoredLinksAsync(LinkKind.TaskContact)).Should().BeEquivalentTo(await fresh.StoredLinksAsync(LinkKind.TaskContact));
    }

    [Fact]
    public async Task Members_who_have_left_a_campaign_leave()
    {
        await using var import = await StartAsync();
        var org = import.Org.Org;
        string campaign = org.Insert("Campaign", Fields(("Name", "Webinar"), ("IsActive", true)));
        var members = Enumerable.Range(0, 5).Select(i => org.Insert("CampaignMember", Fields(("CampaignId", campaign), ("ContactId", org.IdAt("Contact", i))))).ToList();
        var selector = RecordSelector.CampaignMembers(SalesforceId.Parse(campaign));
        await import.ImportAsync(selector, Mirror);
        import.Advance(TimeSpan.FromHours(1));

        org.Delete(members[0]);
        org.Update(members[1], Fields(("Status", "Responded")));
        org.Insert("CampaignMember", Fields(("CampaignId", campaign), ("LeadId", org.Rows("Lead").First(lead => lead["IsConverted"] is false).Id)));
        var report = await import.ImportChangesAsync(selector, Mirror);

        report.Objects["Contact"].Gone.Should().Be(1);
        await using var fresh = import.Fresh();
        await fresh.ImportAsync(selector, Mirror);
        (await import.RowsAsync(RecordKind.Contact, "Contact", "Lead")).Should().Equal(await fresh.RowsAsync(RecordKind.Contact, "Contact", "Lead"));
        (await import.StoredLinksAsync(LinkKind.CampaignMember)).Should().BeEquivalentTo(await fresh.StoredLinksAsync(LinkKind.CampaignMember));
    }

    private static void Edit(EmulatedOrg org)
    {
        org.Update(org.IdAt("Contact", 1), Fields(("Title", "Chief"), ("Phone", null)));
        org.Update(org.IdAt("Contact", 2), Fields(("Email", "moved@example.com")));
        org.Update(org.IdAt("Contact", 3), Fields(("Email", (string?)org.Find(org.IdAt("Contact", 4))!["Email"])));
        org.Insert("Lead", Fields(("LastName", "New"), ("Company", "Newco"), ("Email", "new@example.com")));
        org.Delete(org.IdAt("Contact", 5));
        org.HardDelete(org.IdAt("Contact", 6));
        org.Merge(org.IdAt("Contact", 7), org.IdAt("Contact", 8));
        org.ConvertLead(org.Rows("Lead").First(lead => lead["IsConverted"] is false).Id);
        org.Delete(org.Rows("Lead").Last(lead => lead["IsConverted"] is false && (string)lead["LastName"]! != "New").Id);
    }

    private static async Task ShouldBeAsFreshAsync(EmulatedImport import, RecordSelector selector, RecordKind kind, params string[] objects)
    {
        await using var fresh = import.Fresh();
        await fresh.ImportAsync(selector, Mirror);
        (await import.RowsAsync(kind, objects)).Should().Equal(await fresh.RowsAsync(kind, objects));
    }

    private static Dictionary<string, object?> Fields(params (string Name, object? Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private static Task<EmulatedImport> StartAsync() => EmulatedImport.StartAsync(options =>
        (options.Leads, options.Contacts, options.Accounts, options.Opportunities, options.Tasks) = (120, 300, 80, 60, 200));
}
