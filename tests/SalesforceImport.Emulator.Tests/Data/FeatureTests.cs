using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests.Data;

public sealed class FeatureTests
{
    [Fact]
    public async Task Records_have_a_currency_only_where_there_are_several()
    {
        await using var plain = await Orgs.StartAsync();
        using var without = await OrgClient.SignInAsync(plain);
        (await without.QueryErrorAsync("SELECT CurrencyIsoCode FROM Opportunity")).Code.Should().Be("INVALID_FIELD");

        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { MultipleCurrencies = true });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.QueryAsync("SELECT CurrencyIsoCode code, COUNT(Id) n FROM Opportunity GROUP BY CurrencyIsoCode"))["records"]!.AsArray()
            .ToDictionary(row => (string)row!["code"]!, row => (int)row!["n"]!)
            .Should().BeEquivalentTo(new Dictionary<string, int> { ["USD"] = 480, ["EUR"] = 60, ["GBP"] = 60 });
        var id = await client.CreateAsync("Account", """{"Name": "x"}""");
        emulator.Org.Find(id)!["CurrencyIsoCode"].Should().Be("USD");
        (await client.PatchAsync($"sobjects/Account/{id}", """{"CurrencyIsoCode": "XXX"}""")).Error.Code.Should().Be("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        emulator.Org.Find(emulator.Org.IdAt("Contact", 9))!["Name"].Should().Be(plain.Org.Find(plain.Org.IdAt("Contact", 9))!["Name"], "a feature changes nothing else");
    }

    [Fact]
    public async Task An_account_can_be_a_campaign_member_where_the_org_lets_it()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { AccountsAsCampaignMembers = true });
        using var client = await OrgClient.SignInAsync(emulator);
        var account = await client.CreateAsync("Account", """{"Name": "Bluth", "Phone": "1"}""");
        var member = await client.CreateAsync("CampaignMember", $$"""{"CampaignId": "{{emulator.Org.IdAt("Campaign", 0)}}", "AccountId": "{{account}}"}""");
        var row = (await client.QueryRecordsAsync($"SELECT Type, Name, Phone, FirstName, CompanyOrAccount, LeadOrContactId, LeadId, ContactId FROM CampaignMember WHERE Id = '{member}'")).Single();
        (row.RequiredString("Type"), row.RequiredString("Name"), row.RequiredString("Phone"), row.RequiredString("CompanyOrAccount"), row.RequiredString("LeadOrContactId"))
            .Should().Be(("Account", "Bluth", "1", "Bluth", account));
        row["FirstName"].Should().BeNull();

        await using var plain = await Orgs.StartAsync();
        using var without = await OrgClient.SignInAsync(plain);
        (await without.PostAsync("sobjects/CampaignMember", $$"""{"AccountId": "{{plain.Org.IdAt("Account", 0)}}"}""")).Error.Code.Should().Be("INVALID_FIELD");
    }

    [Fact]
    public async Task A_tenth_of_the_tasks_is_archived_on_request()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { ArchivedActivities = true });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.CountAsync("SELECT COUNT() FROM Task WHERE IsArchived = true", all: true)).Should().BeInRange(150, 250);
        (await client.CountAsync("SELECT COUNT() FROM Task WHERE IsArchived = true")).Should().Be(0);
    }

    [Fact]
    public async Task An_event_has_a_start_and_an_end_however_it_is_given()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var contact = emulator.Org.Rows("Contact").First(row => row["AccountId"] is not null);
        var id = await client.CreateAsync("Event", $$"""{"Subject": "Visit", "WhoId": "{{contact.Id}}", "StartDateTime": "2026-07-01T10:00:00Z", "EndDateTime": "2026-07-01T11:30:00Z"}""");
        var made = emulator.Org.Find(id)!;
        (made["DurationInMinutes"], made["ActivityDate"], made["AccountId"]).Should().Be((90L, new DateOnly(2026, 7, 1), contact["AccountId"]));
        await client.PatchAsync($"sobjects/Event/{id}", """{"DurationInMinutes": 60}""");
        emulator.Org.Find(id)!["EndDateTime"].Should().Be(new DateTimeOffset(2026, 7, 1, 11, 0, 0, TimeSpan.Zero));
        (await client.PostAsync("sobjects/Event", """{"Subject": "Visit"}""")).Error.Code.Should().Be("REQUIRED_FIELD_MISSING");
        (await client.CountAsync("SELECT COUNT() FROM Event", all: true)).Should().Be(401);
        (await client.QueryRecordsAsync($"SELECT Id, (SELECT Id FROM Events) FROM Contact WHERE Id = '{contact.Id}'")).Single()["Events"]!["records"]!.AsArray()
            .Select(row => row!.RequiredString("Id")).Should().Contain(id);
    }

    [Fact]
    public async Task A_campaign_has_the_statuses_that_its_members_can_have()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var labels = await client.QueryRecordsAsync($"SELECT Label, IsDefault FROM CampaignMemberStatus WHERE CampaignId = '{emulator.Org.IdAt("Campaign", 1)}' ORDER BY SortOrder");
        labels.Select(row => row.RequiredString("Label")).Should().Equal("Planned", "Received", "Responded", "Sent");
        var campaign = await client.CreateAsync("Campaign", """{"Name": "x"}""");
        (await client.QueryRecordsAsync($"SELECT Id, (SELECT Label FROM CampaignMemberStatuses) FROM Campaign WHERE Id = '{campaign}'")).Single()["CampaignMemberStatuses"]!["records"]!.AsArray()
            .Select(row => row!.RequiredString("Label")).Should().Equal("Sent", "Responded");
    }
}
