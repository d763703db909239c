using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class EditTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, SessionTimeout = TimeSpan.FromDays(5000) });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task An_update_moves_the_record_to_the_end_of_what_changed()
    {
        var id = Org.IdAt("Contact", 100);
        Org.Update(id, Fields(("LastName", "Changed"), ("Email", null)));
        var changed = await _client.QueryRecordsAsync("SELECT Id, Name, Email, SystemModstamp, CreatedDate FROM Contact WHERE SystemModstamp >= 2026-07-01T12:00:00Z");
        changed.Should().ContainSingle();
        changed[0].RequiredString("Id").Should().Be(id);
        changed[0].RequiredString("Name").Should().EndWith("Changed");
        changed[0]["Email"].Should().BeNull();
        changed[0].RequiredString("SystemModstamp").Should().Be("2026-07-01T12:00:00.000+0000");
        (await _client.QueryIdsAsync("SELECT Id FROM Contact ORDER BY SystemModstamp, Id")).Last().Should().Be(id);
        (await _client.QueryIdsAsync("SELECT Id FROM Contact")).ElementAt(100).Should().Be(id);
        (await _client.CountAsync("SELECT COUNT() FROM Contact WHERE SystemModstamp < 2026-07-01T12:00:00Z")).Should().Be(3399);
        (await _client.QueryIdsAsync("SELECT Id FROM Contact WHERE LastName = 'changed'")).Should().Equal(id);
    }

    [Fact]
    public async Task Records_inserted_come_after_all_others_and_are_found_by_every_kind_of_query()
    {
        var account = Org.Insert("Account", Fields(("Name", "Ödipus & Co")));
        var contact = Org.Insert("Contact", Fields(("FirstName", "Zoë"), ("LastName", "New"), ("AccountId", account), ("Birthdate", new DateOnly(1990, 2, 3))));
        var task = Org.Insert("Task", Fields(("WhoId", contact), ("Subject", "Call")));
        string.CompareOrdinal(contact, Org.IdAt("Contact", 3399)).Should().BePositive();
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id > '{Org.IdAt("Contact", 3399)}'")).Should().Equal(contact);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE AccountId = '{account}'")).Should().Equal(contact);
        (await _client.QueryIdsAsync($"SELECT Id FROM Task WHERE WhoId IN ('{contact}')")).Should().Equal(task);
        (await _client.QueryIdsAsync("SELECT Id FROM Contact WHERE CreatedDate = TODAY")).Should().Equal(contact);
        (await _client.QueryIdsAsync("SELECT Id FROM Contact WHERE Account.Name = 'ödipus & co'")).Should().Equal(contact);
        (await _client.CountAsync("SELECT COUNT() FROM Contact")).Should().Be(3401);
        var record = await _client.GetJsonAsync($"{OrgClient.Version}/sobjects/Contact/{contact}");
        record.RequiredString("Name").Should().Be("Zoë New");
        record.RequiredString("Birthdate").Should().Be("1990-02-03");
        record.RequiredString("OwnerId").Should().Be(Org.UserId);
        ((bool)record["IsDeleted"]!).Should().BeFalse();
        Org.Find(task)!["Status"].Should().Be("Not Started");
    }

    [Fact]
    public async Task Deleted_records_are_seen_by_query_all_only()
    {
        var id = Org.IdAt("Lead", 7);
        Org.Delete(id);
        (await _client.CountAsync("SELECT COUNT() FROM Lead")).Should().Be(1199);
        (await _client.CountAsync("SELECT COUNT() FROM Lead", all: true)).Should().Be(1200);
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE IsDeleted = true", all: true)).Should().Equal(id);
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE IsDeleted = true")).Should().BeEmpty();
        (await _client.QueryIdsAsync($"SELECT Id FROM Lead WHERE Id = '{id}'")).Should().BeEmpty();
        (await _client.ErrorAsync($"{OrgClient.Version}/sobjects/Lead/{id}")).Code.Should().Be("ENTITY_IS_DELETED");
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE IsDeleted = true AND SystemModstamp >= 2026-07-01T12:00:00Z", all: true)).Should().Equal(id);
        Org.Count("Lead").Should().Be(1199);
        Org.Rows("Lead").Should().NotContain(lead => lead.Id == id);
        FluentActions.Invoking(() => Org.Update(id, Fields(("LastName", "x")))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task What_depends_on_a_deleted_record_is_deleted_with_it()
    {
        var account = Org.Rows("Task").Where(t => t["WhatId"] is string what && what.StartsWith("006", StringComparison.Ordinal))
            .Select(t => (string?)Org.Find((string)t["WhatId"]!)!["AccountId"])
            .First(id => id is not null && Org.Rows("CampaignMember").Any(m => m["ContactId"] is string c && Equals(Org.Find(c)!["AccountId"], id)))!;
        var contacts = Ids("Contact", "AccountId", account);
        var deals = Ids("Opportunity", "AccountId", account);
        var roles = Org.Rows("OpportunityContactRole").Where(r => deals.Contains(r["OpportunityId"]) || contacts.Contains(r["ContactId"])).Select(r => (object?)r.Id).ToList();
        var tasks = Org.Rows("Task", includeHidden: true)
            .Where(t => Equals(t["WhatId"], account) || deals.Contains(t["WhatId"]) || contacts.Contains(t["WhoId"])).Select(t => (object?)t.Id).ToList();
        var members = Org.Rows("CampaignMember").Where(m => contacts.Contains(m["ContactId"])).Select(m => (object?)m.Id).ToList();
        new[] { contacts.Count, deals.Count, roles.Count, tasks.Count, members.Count }.Should().NotContain(0);

        Org.Delete(account);
        foreach (var (name, gone) in new[] { ("Contact", contacts), ("Opportunity", deals), ("OpportunityContactRole", roles), ("Task", tasks), ("CampaignMember", members) })
        {
            (await _client.QueryIdsAsync($"SELECT Id FROM {name} WHERE IsDeleted = true", all: true)).Should().BeEquivalentTo(gone, name);
        }
    }

    [Fact]
    public async Task A_contact_role_deleted_by_itself_leaves_no_trace()
    {
        var id = Org.IdAt("OpportunityContactRole", 1);
        Org.Delete(id);
        (await _client.CountAsync("SELECT COUNT() FROM OpportunityContactRole", all: true)).Should().Be(899);
        (await _client.ErrorAsync($"{OrgClient.Version}/sobjects/OpportunityContactRole/{id}")).Code.Should().Be("NOT_FOUND");
        Org.Find(id).Should().BeNull();
        Org.Rows("OpportunityContactRole", includeHidden: true).Count().Should().Be(899);
    }

    [Fact]
    public async Task A_lead_is_converted_to_a_new_contact_of_a_new_account()
    {
        var lead = Org.Rows("Lead").First(l => !(bool)l["IsConverted"]! && Org.Rows("CampaignMember").Any(m => Equals(m["LeadId"], l.Id)));
        var conversion = Org.ConvertLead(lead.Id);
        var record = (await _client.QueryRecordsAsync($"SELECT IsConverted, ConvertedDate, ConvertedAccountId, ConvertedContact.Name, Status, SystemModstamp FROM Lead WHERE Id = '{lead.Id}'")).Single();
        ((bool)record["IsConverted"]!).Should().BeTrue();
        record.RequiredString("ConvertedDate").Should().Be("2026-07-01");
        record.RequiredString("ConvertedAccountId").Should().Be(conversion.AccountId);
        record["ConvertedContact"]!.RequiredString("Name").Should().Be((string)lead["Name"]!);
        record.RequiredString("Status").Should().Be("Closed - Converted");
        record.RequiredString("SystemModstamp").Should().StartWith("2026-07-01T12:00:00");
        Org.Find(conversion.AccountId)!["Name"].Should().Be(lead["Company"]);
        (await _client.QueryIdsAsync($"SELECT Id FROM Lead WHERE ConvertedContactId = '{conversion.ContactId}'")).Should().Equal(lead.Id);
        var members = await _client.QueryRecordsAsync($"SELECT ContactId, Type FROM CampaignMember WHERE LeadId = '{lead.Id}'");
        members.Should().NotBeEmpty().And.OnlyContain(member => member["ContactId"]!.ToString() == conversion.ContactId && member["Type"]!.ToString() == "Contact");
        FluentActions.Invoking(() => Org.ConvertLead(lead.Id)).Should().Throw<ArgumentException>().WithMessage("*converted already*");
    }

    [Fact]
    public void A_lead_can_be_converted_to_what_is_there()
    {
        var (lead, account, contact) = (Org.IdAt("Lead", 0), Org.IdAt("Account", 3), Org.IdAt("Contact", 4));
        Org.ConvertLead(lead, account, contact).Should().Be(new LeadConversion(account, contact));
        Org.Count("Contact").Should().Be(3400);
        Org.Find(lead)!["ConvertedContactId"].Should().Be(contact);
    }

    [Fact]
    public async Task Many_edits_keep_every_order_right()
    {
        for (var i = 0; i < 300; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(i % 3));
            Org.Update(Org.IdAt("Contact", i * 11 % 3400), Fields(("Department", $"Dept {i % 5}")));
            if (i % 4 == 0)
            {
                Org.Insert("Contact", Fields(("LastName", $"Nr {i}")));
            }

            if (i % 10 == 0)
            {
                Org.Delete(Org.IdAt("Contact", 3300 + (i / 10)));
            }
        }

        var rows = Org.Rows("Contact").ToList();
        var byChange = rows.OrderBy(r => (DateTimeOffset)r["SystemModstamp"]!).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id).ToList();
        (await _client.QueryIdsAsync("SELECT Id FROM Contact")).Should().Equal(rows.Select(r => r.Id));
        (await _client.QueryIdsAsync("SELECT Id FROM Contact ORDER BY SystemModstamp, Id")).Should().Equal(byChange);
        byChange.Reverse();
        (await _client.QueryIdsAsync("SELECT Id FROM Contact ORDER BY SystemModstamp DESC, Id DESC")).Should().Equal(byChange);
        (await _client.QueryIdsAsync("SELECT Id FROM Contact WHERE Department = 'Dept 3' ORDER BY Id DESC"))
            .Should().Equal(rows.Where(r => Equals(r["Department"], "Dept 3")).Select(r => r.Id).Reverse());
        (await _client.CountAsync("SELECT COUNT() FROM Contact WHERE SystemModstamp > 2026-07-01T12:01:00Z"))
            .Should().Be(rows.Count(r => (DateTimeOffset)r["SystemModstamp"]! > new DateTimeOffset(2026, 7, 1, 12, 1, 0, TimeSpan.Zero)));
        (await _client.CountAsync("SELECT COUNT() FROM Contact")).Should().Be(Org.Count("Contact")).And.Be(rows.Count);
    }

    [Fact]
    public async Task An_org_older_than_its_records_puts_edits_among_them()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero)) });
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Org.Update(emulator.Org.IdAt("Lead", 1100), Fields(("LastName", "Early")));
        emulator.Org.Insert("Lead", Fields(("LastName", "Early too"), ("Company", "x")));
        var expected = emulator.Org.Rows("Lead").OrderBy(r => (DateTimeOffset)r["SystemModstamp"]!).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id);
        (await client.QueryIdsAsync("SELECT Id FROM Lead ORDER BY SystemModstamp, Id")).Should().Equal(expected);
    }

    [Theory]
    [InlineData("Nope", "x", "*no object 'Nope'*")]
    [InlineData("Foo", 1, "No such column 'Foo' on sobject of type Contact")]
    [InlineData("LastName", null, "Required fields are missing: *LastName*")]
    [InlineData("LastName", 5, "Last Name: value not of required type: 5")]
    [InlineData("Name", "x", "Unable to create/update fields: Name.*")]
    [InlineData("AccountId", "003000000000000", "Account ID: id value of incorrect type: 003000000000000")]
    [InlineData("AccountId", "001000000000000", "invalid cross reference id")]
    [InlineData("HasOptedOutOfEmail", "true", "Email Opt Out: value not of required type: true")]
    [InlineData("Birthdate", "2020-01-01", "Birthdate: value not of required type: 2020-01-01")]
    public void Values_that_do_not_fit_are_refused(string field, object? value, string message)
    {
        var edit = field == "Nope"
            ? FluentActions.Invoking(() => Org.Insert(field, Fields(("LastName", value))))
            : FluentActions.Invoking(() => Org.Insert("Contact", Fields(("LastName", "x"), (field, value))));
        edit.Should().Throw<ArgumentException>().WithMessage(message);
        Org.Count("Contact").Should().Be(3400);
    }

    [Fact]
    public void Too_long_or_missing_values_are_refused()
    {
        FluentActions.Invoking(() => Org.Insert("Contact", Fields(("LastName", new string('x', 81))))).Should().Throw<ArgumentException>().WithMessage("Last Name: data value too large: *(max length=80)");
        FluentActions.Invoking(() => Org.Insert("Lead", Fields(("LastName", "x")))).Should().Throw<ArgumentException>().WithMessage("Required fields are missing: *Company*");
        FluentActions.Invoking(() => Org.HideField("Contact", "Id")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Org.IdAt("Contact", 3400)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Org.Delete("003000000000000")).Should().Throw<ArgumentException>();
    }

    private List<object?> Ids(string objectName, string field, string value) =>
        [.. Org.Rows(objectName).Where(record => Equals(record[field], value)).Select(record => (object?)record.Id)];

    private static Dictionary<string, object?> Fields(params (string Name, object? Value)[] fields)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values;
    }
}
