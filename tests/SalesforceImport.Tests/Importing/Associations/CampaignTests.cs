using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing.Associations;

/// <summary>The members of campaigns, against what the org itself says of them.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task The_members_of_a_campaign_come_in_with_status_and_response_into_a_list_of_its_name()
    {
        await using var import = await StartAsync();
        var campaign = Active(import.Org);
        await import.ImportAsync(RecordSelector.AllContacts(RecordCondition.Field("LastName").Like("M%")));

        var report = await import.ImportAsync(RecordSelector.CampaignMembers(SalesforceId.Parse(campaign.Id)));

        var members = Members(import.Org, campaign.Id);
        members.Should().NotBeEmpty();
        (await import.StoredLinksAsync(LinkKind.CampaignMember)).Should().BeEquivalentTo(members.Select(member => new StoredLink
        {
            Key = new(LinkKind.CampaignMember, SalesforceId.Parse(campaign.Id), SalesforceId.Parse(PersonOf(member)!)),
            Record = SalesforceId.Parse(member.Id),
            Role = (string?)member["Status"],
            HasResponded = (bool)member["HasResponded"]!,
            RespondedOn = (DateOnly?)member["FirstRespondedDate"],
        }));
        report.List.Name.Should().StartWith($"Salesforce campaign {campaign["Name"]},");
        report.Objects["CampaignMember"].Created.Should().Be(members.Count);
        var people = members.Select(PersonOf).ToHashSet();
        (report.Objects["Contact"].Selected + report.Objects["Lead"].Selected).Should().Be(people.Count);
        report.Objects["Contact"].Unchanged.Should().BePositive("some were imported before");
        var listed = await import.ListedAsync(report.Run!);
        listed.SelectMany(row => row).Should().Contain(people.Where(person => IsImported(import.Org, person!)), "the list holds every member, imported before or not");
        listed.Should().OnlyContain(row => row.Any(people.Contains), "and nobody else");
    }

    [Fact]
    public async Task An_inactive_campaign_is_refused_with_the_reason()
    {
        await using var import = await StartAsync();
        string campaign = import.Org.Org.Insert("Campaign", new Dictionary<string, object?> { ["Name"] = "Autumn", ["IsActive"] = false });

        var planning = () => import.PlanAsync(selector: RecordSelector.CampaignMembers(SalesforceId.Parse(campaign)));

        await planning.Should().ThrowAsync<SelectorRefusedException>().WithMessage($"Campaign 'Autumn' ({campaign}) is not active*");
    }

    [Fact]
    public async Task A_campaign_that_is_not_there_is_refused_with_the_reason()
    {
        await using var import = await StartAsync();

        var planning = () => import.PlanAsync(selector: RecordSelector.CampaignMembers(SalesforceId.Parse("701000000000000AAA")));

        await planning.Should().ThrowAsync<SelectorRefusedException>().WithMessage("There is no campaign 701000000000000AAA in this org*");
    }

    [Fact]
    public async Task An_active_campaign_without_members_is_an_empty_import()
    {
        await using var import = await StartAsync();
        string campaign = import.Org.Org.Insert("Campaign", new Dictionary<string, object?> { ["Name"] = "Nobody came", ["IsActive"] = true });

        var report = await import.ImportAsync(RecordSelector.CampaignMembers(SalesforceId.Parse(campaign)));

        report.State.Should().Be(ImportState.Completed);
        report.Objects.Values.Should().AllSatisfy(tally => tally.Selected.Should().Be(0));
        report.List.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_member_that_is_an_account_is_skipped_and_says_so()
    {
        await using var import = await StartAsync(options => options.AccountsAsCampaignMembers = true);
        string campaign = import.Org.Org.Insert("Campaign", new Dictionary<string, object?> { ["Name"] = "Firms", ["IsActive"] = true });
        import.Org.Org.Insert("CampaignMember", new Dictionary<string, object?> { ["CampaignId"] = campaign, ["AccountId"] = import.Org.Org.IdAt("Account", 0) });
        import.Org.Org.Insert("CampaignMember", new Dictionary<string, object?> { ["CampaignId"] = campaign, ["ContactId"] = import.Org.Org.IdAt("Contact", 0) });

        var report = await import.ImportAsync(RecordSelector.CampaignMembers(SalesforceId.Parse(campaign)));

        report.Objects["CampaignMember"].Should().Be(new ObjectTally { Selected = 2, Created = 1, Skipped = 1 });
        (await import.WhyAsync(import.Org.Org.Rows("CampaignMember").Single(member => (string?)member["CampaignId"] == campaign && member["AccountId"] is not null).Id))
            .Should().Contain(sentence => sentence.Contains("an account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_all_contacts_in_the_same_plan_nobody_is_read_twice()
    {
        await using var import = await StartAsync();
        var campaign = Active(import.Org);

        var report = await import.ImportAsync(
            RecordSelector.Combine(RecordSelector.LeadsAndContacts(), RecordSelector.CampaignMembers(SalesforceId.Parse(campaign.Id))));

        report.Objects["Contact"].Selected.Should().Be(import.Org.Org.Count("Contact"));
        report.Objects["Lead"].Selected.Should().Be(import.Org.Org.Count("Lead"));
        report.Objects["CampaignMember"].Created.Should().Be(Members(import.Org, campaign.Id).Count);
    }

    [Fact]
    public async Task Campaigns_are_listed_to_choose_from_active_ones_only_unless_asked()
    {
        await using var import = await StartAsync();
        import.Org.Org.Insert("Campaign", new Dictionary<string, object?> { ["Name"] = "Autumn", ["IsActive"] = false });
        var all = import.Org.Org.Rows("Campaign").ToList();

        (await import.CampaignsAsync(includeInactive: true)).Select(campaign => (campaign.Id.ToString(), campaign.Name, campaign.IsActive))
            .Should().BeEquivalentTo(all.Select(row => (row.Id, (string)row["Name"]!, (bool)row["IsActive"]!)));
        (await import.CampaignsAsync(includeInactive: false)).Should().HaveCount(all.Count(row => row["IsActive"] is true))
            .And.OnlyContain(campaign => campaign.IsActive);
    }

    private static EmulatedRecord Active(SalesforceEmulator org) => org.Org.Rows("Campaign").First(campaign =>
        campaign["IsActive"] is true && Members(org, campaign.Id) is var members
        && members.Any(member => member["ContactId"] is not null) && members.Any(member => member["ContactId"] is null));

    private static List<EmulatedRecord> Members(SalesforceEmulator org, string campaign) =>
        [.. org.Org.Rows("CampaignMember").Where(member => (string?)member["CampaignId"] == campaign)];

    private static string? PersonOf(EmulatedRecord member) => (string?)member["ContactId"] ?? (string?)member["LeadId"];

    // A converted lead that is still a member as a lead is skipped: it has no row.
    private static bool IsImported(SalesforceEmulator org, string person) =>
        org.Org.Find(person) is { } record && (record.Object == "Contact" || record["IsConverted"] is false);

    private static Task<EmulatedImport> StartAsync(Action<EmulatorOptions>? configure = null) => EmulatedImport.StartAsync(options =>
    {
        (options.Leads, options.Contacts, options.Campaigns) = (300, 900, 6);
        configure?.Invoke(options);
    });
}
