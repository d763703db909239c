using Microsoft.Extensions.Time.Testing;
using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests.Data;

public sealed class PersonAccountTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { PersonAccounts = 40, TimeProvider = _time });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_an_account_and_a_contact_with_the_same_values()
    {
        (Org.Count("Account"), Org.Count("Contact")).Should().Be((840, 3440));
        var accounts = await _client.QueryRecordsAsync("SELECT Id, Name, FirstName, LastName, PersonEmail, PersonContactId, PersonMailingAddress, RecordType.DeveloperName FROM Account WHERE IsPersonAccount = true");
        accounts.Should().HaveCount(40);
        foreach (var account in accounts)
        {
            var contact = Org.Find(account.RequiredString("PersonContactId"))!;
            (contact["IsPersonAccount"], contact["AccountId"]).Should().Be((true, account.RequiredString("Id")));
            new[] { (string?)account["Name"], (string?)account["LastName"], (string?)account["PersonEmail"] }.Should().Equal((string?)contact["Name"], (string?)contact["LastName"], (string?)contact["Email"]);
            account["RecordType"]!.RequiredString("DeveloperName").Should().Be("PersonAccount");
        }

        (await _client.CountAsync("SELECT COUNT() FROM Contact WHERE IsPersonAccount = true")).Should().Be(40);
        (await _client.CountAsync("SELECT COUNT() FROM Account WHERE IsPersonAccount = false AND LastName != null")).Should().Be(0);
    }

    [Fact]
    public async Task An_account_with_a_last_name_is_made_a_person_and_its_contact_with_it()
    {
        var id = await _client.CreateAsync("Account", """{"FirstName": "Zoë", "LastName": "New", "PersonEmail": "zoe@a.example", "Industry": "Media"}""");
        var account = Org.Find(id)!;
        var contact = Org.Find((string)account["PersonContactId"]!)!;
        (account["Name"], account["IsPersonAccount"], contact["Email"], contact["AccountId"]).Should().Be(("Zoë New", true, "zoe@a.example", id));

        _time.Advance(TimeSpan.FromMinutes(1));
        (await _client.PatchAsync($"sobjects/Account/{id}", """{"LastName": "Old", "PersonHasOptedOutOfEmail": true, "Industry": null}""")).Status.Should().Be(204);
        contact = Org.Find(contact.Id)!;
        (contact["LastName"], contact["HasOptedOutOfEmail"], contact["SystemModstamp"]).Should().Be(("Old", true, _time.GetUtcNow()));
        (Org.Find(id)!["Name"], Org.Find(id)!["Industry"], Org.Find(id)!["SystemModstamp"]).Should().Be(("Zoë Old", null, _time.GetUtcNow()));
    }

    [Fact]
    public async Task What_belongs_to_a_person_only_is_refused_elsewhere()
    {
        (await _client.PostAsync("sobjects/Account", """{"FirstName": "x"}""")).Error.Message.Should().Be("Required fields are missing: [LastName]");
        (await _client.PostAsync("sobjects/Account", """{"LastName": "x", "Name": "y"}""")).Error.Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        (await _client.PatchAsync($"sobjects/Account/{Org.IdAt("Account", 0)}", """{"PersonEmail": "a@b.example"}""")).Error.Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        (await _client.DeleteAsync($"sobjects/Contact/{Org.IdAt("Contact", 3400)}")).Error.Code.Should().Be("INVALID_PERSON_ACCOUNT_OPERATION");
        await _client.CreateAsync("Account", """{"Name": "A business"}""");
        await using var plain = await Orgs.StartAsync();
        using var without = await OrgClient.SignInAsync(plain);
        (await without.QueryErrorAsync("SELECT IsPersonAccount FROM Contact")).Code.Should().Be("INVALID_FIELD");
    }

    [Fact]
    public void Merging_and_deleting_one_takes_its_contact_along()
    {
        var (winner, loser) = (Org.Find(Org.IdAt("Account", 800))!, Org.Find(Org.IdAt("Account", 801))!);
        var task = Org.Insert("Task", new Dictionary<string, object?> { ["Subject"] = "x", ["WhoId"] = loser["PersonContactId"] });
        Org.Merge(winner.Id, loser.Id);
        Org.Find((string)loser["PersonContactId"]!)!["MasterRecordId"].Should().Be(winner["PersonContactId"]);
        Org.Find(task)!["WhoId"].Should().Be(winner["PersonContactId"]);
        FluentActions.Invoking(() => Org.Merge(winner.Id, Org.IdAt("Account", 0))).Should().Throw<ArgumentException>();
        Org.Delete(winner.Id);
        (Org.Count("Account"), Org.Count("Contact")).Should().Be((838, 3438));
        Org.Undelete(winner.Id);
        Org.Find(winner.Id)!["Name"].Should().Be(Org.Find((string)winner["PersonContactId"]!)!["Name"]);
    }

    [Fact]
    public async Task People_have_tasks_deals_and_campaigns_like_other_contacts()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 30, Accounts = 10, PersonAccounts = 20, Opportunities = 60, Tasks = 200, SharedActivities = true });
        using var client = await OrgClient.SignInAsync(emulator);
        var people = emulator.Org.Rows("Account").Where(account => account["IsPersonAccount"] is true).ToDictionary(account => (string)account["PersonContactId"]!, account => account.Id);
        foreach (var (name, field) in new[] { ("Task", "WhoId"), ("Opportunity", "ContactId"), ("OpportunityContactRole", "ContactId"), ("CampaignMember", "ContactId"), ("TaskRelation", "RelationId") })
        {
            var rows = emulator.Org.Rows(name).ToLookup(row => (string?)row[field], row => row.Id);
            people.Keys.Should().Contain(person => rows.Contains(person), name);
            foreach (var person in people.Keys)
            {
                (await client.QueryIdsAsync($"SELECT Id FROM {name} WHERE {field} = '{person}'")).Should().Equal(rows[person]);
            }
        }

        foreach (var deal in emulator.Org.Rows("Opportunity").Where(deal => people.ContainsKey((string)deal["ContactId"]!)))
        {
            deal["AccountId"].Should().Be(people[(string)deal["ContactId"]!]);
        }
    }

    [Fact]
    public async Task A_custom_field_of_contacts_shows_on_person_accounts()
    {
        Org.AddField("Contact", new EmulatedField("Shoe__c", EmulatedFieldType.Text) { Required = true });
        var id = await _client.CreateAsync("Account", """{"LastName": "New", "Shoe__pc": "42"}""");
        var row = (await _client.QueryRecordsAsync("SELECT Shoe__pc, PersonContactId FROM Account WHERE Shoe__pc = '42'")).Single();
        Org.Find(row.RequiredString("PersonContactId"))!["Shoe__c"].Should().Be("42");
        Org.Find(id)!["Shoe__pc"].Should().Be("42");
    }
}
