using SalesforceImport.Emulator;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing.Associations;

/// <summary>What is imported with contacts, against what the org itself says belongs to them.</summary>
public sealed class AssociationTests
{
    private static readonly Action<SalesforceImportOptions> AllOn = options => (options.AccountSync, options.OpportunitySync, options.TaskSync) = (true, true, true);

    [Fact]
    public async Task The_accounts_of_imported_contacts_come_in_and_no_others()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), AllOn);

        var report = await import.ImportAsync(RecordSelector.AccountsOfContacts(), AllOn);

        var expected = import.Org.Org.Rows("Contact").Select(contact => contact["AccountId"]).OfType<string>().ToHashSet();
        expected.Count.Should().BeLessThan((int)import.Org.Org.Count("Account"), "some accounts have no contact");
        (await import.IdsAsync(RecordKind.Account, "Account")).Should().BeEquivalentTo(expected);
        report.Objects["Account"].Should().Be(new ObjectTally { Selected = expected.Count, Created = expected.Count });
        report.Calls.Used.Should().BeLessThanOrEqualTo(report.Calls.Ceiling);
    }

    [Fact]
    public async Task Of_each_contact_the_newest_opportunity_comes_in_linked_to_it()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), AllOn);

        var report = await import.ImportAsync(RecordSelector.OpportunitiesOfContacts(), AllOn);

        var expected = Newest(import.Org);
        (await import.LinksAsync(LinkKind.OpportunityContact)).Should().BeEquivalentTo(expected);
        var opportunities = expected.Select(link => link.From).ToHashSet();
        (await import.IdsAsync(RecordKind.Opportunity, "Opportunity")).Should().BeEquivalentTo(opportunities);
        var roles = report.Objects["OpportunityContactRole"];
        roles.Selected.Should().Be(import.Org.Org.Count("OpportunityContactRole"));
        roles.Skipped.Should().BePositive("some contacts have several opportunities");
        (roles.Created + roles.Skipped + roles.Collapsed).Should().Be(roles.Selected);
        report.Objects["Opportunity"].Created.Should().Be(opportunities.Count);
    }

    [Fact]
    public async Task All_opportunities_of_contacts_come_in_where_asked_for()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), AllOn);

        await import.ImportAsync(RecordSelector.OpportunitiesOfContacts(all: true), AllOn);

        var expected = Roles(import.Org).Select(role => (role.Opportunity, role.Contact)).ToHashSet();
        (await import.LinksAsync(LinkKind.OpportunityContact)).Should().BeEquivalentTo(expected);
        (await import.IdsAsync(RecordKind.Opportunity, "Opportunity")).Should().BeEquivalentTo(expected.Select(link => link.Opportunity).ToHashSet());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Activities_of_imported_people_come_in_archived_ones_included_and_deleted_ones_not(bool events)
    {
        await using var import = await StartAsync(options => options.ArchivedActivities = true);
        await import.ImportAsync(RecordSelector.LeadsAndContacts(), AllOn);
        var people = (await import.SyncedAsync("Contact")).Concat(await import.SyncedAsync("Lead")).ToHashSet();
        import.Org.Org.Delete(import.Org.Org.Rows("Task").First(task => task["WhoId"] is string who && people.Contains(who)).Id);

        var report = await import.ImportAsync(RecordSelector.TasksOfContacts(events), AllOn);

        var expected = new[] { "Task", "Event" }.Take(events ? 2 : 1)
            .SelectMany(name => import.Org.Org.Rows(name, includeHidden: true))
            .Where(activity => activity["WhoId"] is string who && people.Contains(who) && activity["IsDeleted"] is false)
            .Select(activity => (activity.Id, (string)activity["WhoId"]!))
            .ToList();
        expected.Should().Contain(link => (bool)import.Org.Org.Find(link.Id)!["IsArchived"]!);
        (await import.LinksAsync(LinkKind.TaskContact)).Should().BeEquivalentTo(expected);
        report.Objects.Values.Sum(tally => tally.Created).Should().Be(expected.Count);
        report.Objects.ContainsKey("Event").Should().Be(events);
    }

    [Fact]
    public async Task With_shared_activities_the_relations_tell_whose_a_task_is()
    {
        await using var import = await StartAsync(options => options.SharedActivities = true);
        await import.ImportAsync(RecordSelector.LeadsAndContacts(), AllOn);

        await import.ImportAsync(RecordSelector.TasksOfContacts(), AllOn);

        var relations = import.Org.Org.Rows("TaskRelation", includeHidden: true)
            .Where(relation => relation["IsWhat"] is false && relation["IsDeleted"] is false)
            .Select(relation => ((string)relation["TaskId"]!, (string)relation["RelationId"]!))
            .ToHashSet();
        var people = (await import.SyncedAsync("Contact")).Concat(await import.SyncedAsync("Lead")).ToHashSet();
        relations.RemoveWhere(relation => !people.Contains(relation.Item2));
        var links = await import.LinksAsync(LinkKind.TaskContact);
        relations.Should().BeSubsetOf(links);
        relations.GroupBy(relation => relation.Item1).Should().Contain(task => task.Count() > 1, "some tasks are shared");
        var tasks = (await import.IdsAsync(RecordKind.Task, "Task")).ToHashSet();
        tasks.Should().BeEquivalentTo(relations.Select(relation => relation.Item1).ToHashSet());
    }

    [Fact]
    public async Task Everything_in_one_plan_is_read_in_an_order_that_ties_it_together()
    {
        await using var import = await StartAsync();

        var report = await import.ImportAsync(
            RecordSelector.Combine(
                RecordSelector.TasksOfContacts(), RecordSelector.OpportunitiesOfContacts(), RecordSelector.AccountsOfContacts(), RecordSelector.LeadsAndContacts()),
            AllOn);

        report.State.Should().Be(ImportState.Completed);
        report.Calls.Used.Should().BeLessThanOrEqualTo(report.Calls.Ceiling);
        (await import.IdsAsync(RecordKind.Account, "Account")).Should().NotBeEmpty();
        (await import.LinksAsync(LinkKind.OpportunityContact)).Should().BeEquivalentTo(Newest(import.Org));
        (await import.LinksAsync(LinkKind.TaskContact)).Should().NotBeEmpty();
        import.Org.Calls.ToList().Count(call => call.Counted).Should().Be((int)report.Calls.Used);
    }

    [Theory]
    [InlineData(nameof(SalesforceImportOptions.AccountSync))]
    [InlineData(nameof(SalesforceImportOptions.OpportunitySync))]
    [InlineData(nameof(SalesforceImportOptions.TaskSync))]
    public async Task A_selector_whose_sync_option_is_off_is_refused_before_any_call(string setting)
    {
        await using var import = await StartAsync();
        var selector = setting switch
        {
            nameof(SalesforceImportOptions.AccountSync) => RecordSelector.AccountsOfContacts(),
            nameof(SalesforceImportOptions.OpportunitySync) => RecordSelector.OpportunitiesOfContacts(),
            _ => (RecordSelector)RecordSelector.TasksOfContacts(),
        };

        var planning = () => import.PlanAsync(selector: RecordSelector.Combine(RecordSelector.AllContacts(), selector));

        await planning.Should().ThrowAsync<SelectorRefusedException>().WithMessage($"*{setting} is off*");
        import.Org.Calls.ToList().Should().BeEmpty();
    }

    [Theory]
    [InlineData(StepReading.ById, ImportTransport.Rest)]
    [InlineData(StepReading.IdList, ImportTransport.Rest)]
    [InlineData(StepReading.LongIdList, ImportTransport.Rest)]
    [InlineData(StepReading.Whole, ImportTransport.Rest)]
    [InlineData(StepReading.Whole, ImportTransport.Bulk)]
    public async Task Accounts_are_the_same_whichever_way_they_are_read(StepReading reading, ImportTransport transport)
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), AllOn);
        var plan = await import.PlanAsync(AllOn, RecordSelector.AccountsOfContacts());
        var step = plan.Steps.Single();
        plan = plan with { Steps = [step with { Reading = reading, Transport = transport, Ids = step.Ids! with { PerCall = 70 } }], Ceiling = 100 };

        var report = await import.RunAsync(plan, AllOn);

        report.State.Should().Be(ImportState.Completed, report.Reason);
        var expected = import.Org.Org.Rows("Contact").Select(contact => contact["AccountId"]).OfType<string>().ToHashSet();
        (await import.IdsAsync(RecordKind.Account, "Account")).Should().BeEquivalentTo(expected);
        report.Objects["Account"].Selected.Should().Be(expected.Count);
    }

    private static HashSet<(string From, string To)> Newest(SalesforceEmulator org) =>
        [.. Roles(org).GroupBy(role => role.Contact).Select(ofContact => ofContact.MaxBy(role => (role.Created, role.Opportunity))).Select(role => (role.Opportunity, role.Contact))];

    private static IEnumerable<(string Opportunity, string Contact, DateTimeOffset Created)> Roles(SalesforceEmulator org) =>
        org.Org.Rows("OpportunityContactRole").Select(role => (
            (string)role["OpportunityId"]!,
            (string)role["ContactId"]!,
            (DateTimeOffset)org.Org.Find((string)role["OpportunityId"]!)!["CreatedDate"]!));

    private static Task<EmulatedImport> StartAsync(Action<EmulatorOptions>? configure = null) => EmulatedImport.StartAsync(options =>
    {
        (options.Leads, options.Contacts, options.Accounts, options.Opportunities, options.Tasks, options.Events) = (300, 900, 400, 500, 1_500, 200);
        configure?.Invoke(options);
    });
}
