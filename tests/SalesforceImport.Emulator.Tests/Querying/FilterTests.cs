using System.Globalization;

namespace SalesforceImport.Emulator.Tests.Querying;

/// <summary>Queries against the same records gone through one by one.</summary>
public sealed class FilterTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly DateTimeOffset Middle = new(2022, 9, 14, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, Func<EmulatedRecord, bool>> Filters => new()
    {
        { "Lead", "IsConverted = true", r => (bool)r["IsConverted"]! },
        { "Lead", "IsConverted != TRUE", r => !(bool)r["IsConverted"]! },
        { "Lead", "Email = null", r => r["Email"] is null },
        { "Lead", "email != ''", r => r["Email"] is not null },
        { "Lead", "Status = 'CLOSED - converted'", r => Equals(r["Status"], "Closed - Converted") },
        { "Lead", "Industry != 'Banking'", r => !Equals(r["Industry"], "Banking") },
        { "Lead", "Industry IN ('banking', 'Energy', null)", r => r["Industry"] is null or "Banking" or "Energy" },
        { "Lead", "Industry NOT IN ('Banking', 'Energy')", r => r["Industry"] is not ("Banking" or "Energy") },
        { "Lead", "AnnualRevenue > 20000000", r => r["AnnualRevenue"] is decimal and > 20_000_000m },
        { "Lead", "NumberOfEmployees <= 100", r => (long)r["NumberOfEmployees"]! <= 100 },
        { "Lead", "(Rating = 'Hot' OR Rating = 'Warm') AND (NOT HasOptedOutOfEmail = true)", r => r["Rating"] is "Hot" or "Warm" && !(bool)r["HasOptedOutOfEmail"]! },
        { "Lead", "ConvertedDate >= 2022-09-14", r => r["ConvertedDate"] is DateOnly day && day >= new DateOnly(2022, 9, 14) },
        { "Lead", "CreatedDate > 2022-09-14T12:00:00Z", r => (DateTimeOffset)r["CreatedDate"]! > Middle },
        { "Lead", "CreatedDate <= 2022-09-14T14:00:00+02:00", r => (DateTimeOffset)r["CreatedDate"]! <= Middle },
        { "Lead", "SystemModstamp >= 2022-09-14T12:00:00Z AND SystemModstamp < 2023-09-14T12:00:00Z AND Email != null", r => r["Email"] is not null && (DateTimeOffset)r["SystemModstamp"]! >= Middle && (DateTimeOffset)r["SystemModstamp"]! < Middle.AddYears(1) },
        { "Contact", "LastName LIKE 'm%'", r => ((string)r["LastName"]!).StartsWith("m", StringComparison.OrdinalIgnoreCase) },
        { "Contact", "LastName LIKE '_ü%'", r => ((string)r["LastName"]!).Length > 1 && ((string)r["LastName"]!)[1] == 'ü' },
        { "Contact", "LastName = 'o\\'brien'", r => Equals(r["LastName"], "O'Brien") },
        { "Contact", "LastName = '山田'", r => Equals(r["LastName"], "山田") },
        { "Contact", "LastName > 'w'", r => string.Compare((string)r["LastName"]!, "w", StringComparison.OrdinalIgnoreCase) > 0 },
        { "Contact", "MailingCity = 'görlitz'", r => Equals(r["MailingCity"], "Görlitz") },
        { "Contact", "AccountId = null", r => r["AccountId"] is null },
        { "Contact", "Birthdate = 1900-05-03", r => r["Birthdate"] is DateOnly { Month: 5, Day: 3 } },
        { "Contact", "CreatedDate = null", _ => false },
        { "Contact", "LastModifiedDate < 2024-01-01T00:00:00Z", r => (DateTimeOffset)r["LastModifiedDate"]! < new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "Opportunity", "IsClosed = true AND Amount >= 1000.50", r => (bool)r["IsClosed"]! && r["Amount"] is decimal and >= 1000.50m },
        { "Opportunity", "IsWon = true", r => Equals(r["StageName"], "Closed Won") },
        { "Opportunity", "Probability = 55", r => Equals(r["Probability"], 55m) },
        { "Opportunity", "CloseDate > 2024-02-29", r => (DateOnly)r["CloseDate"]! > new DateOnly(2024, 2, 29) },
        { "OpportunityContactRole", "IsPrimary = false", r => !(bool)r["IsPrimary"]! },
        { "Task", "IsClosed = false AND Priority = 'High'", r => !(bool)r["IsClosed"]! && Equals(r["Priority"], "High") },
        { "Task", "WhoId = null", r => r["WhoId"] is null },
        { "Campaign", "IsActive = false", r => !(bool)r["IsActive"]! },
        { "CampaignMember", "Type = 'contact' AND LeadId != null", r => r["LeadId"] is not null && r["ContactId"] is not null },
        { "CampaignMember", "HasOptedOutOfEmail = true", r => r["HasOptedOutOfEmail"] is true },
        { "Account", "ParentId != null", r => r["ParentId"] is not null },
        { "User", "IsActive = false", r => !(bool)r["IsActive"]! },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task A_filter_finds_what_going_through_finds(string objectName, string filter, Func<EmulatedRecord, bool> matches)
    {
        var expected = fixture.Emulator.Org.Rows(objectName).Where(matches).Select(record => record.Id).ToList();
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM {objectName} WHERE {filter}")).Should().Equal(expected);
        (await fixture.Client.CountAsync($"SELECT COUNT() FROM {objectName} WHERE {filter}")).Should().Be(expected.Count);
    }

    [Fact]
    public async Task Parent_fields_filter()
    {
        var accounts = fixture.Emulator.Org.Rows("Account").ToDictionary(account => account.Id);
        var expected = fixture.Emulator.Org.Rows("Contact")
            .Where(contact => contact["AccountId"] is string id && Equals(accounts[id]["BillingCountry"], "Japan"))
            .Select(contact => contact.Id);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Contact c WHERE c.Account.BillingCountry = 'japan'")).Should().NotBeEmpty().And.Equal(expected);
    }

    [Fact]
    public async Task The_type_of_a_reference_filters()
    {
        var expected = fixture.Emulator.Org.Rows("Task").Where(task => task["WhoId"] is string who && who.StartsWith("00Q", StringComparison.Ordinal)).Select(task => task.Id);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Task WHERE Who.Type = 'Lead'")).Should().NotBeEmpty().And.Equal(expected);
    }

    [Theory]
    [InlineData(">", 2500)]
    [InlineData(">=", 2500)]
    [InlineData("<", 2500)]
    [InlineData("<=", 2500)]
    [InlineData("=", 2500)]
    [InlineData("!=", 2500)]
    [InlineData(">", 3399)]
    [InlineData("<", 0)]
    public async Task Ids_are_compared_by_their_characters(string op, int index)
    {
        var id = fixture.Emulator.Org.IdAt("Contact", index);
        var expected = fixture.Emulator.Org.Rows("Contact").Select(contact => contact.Id).Where(other => op switch
        {
            ">" => string.CompareOrdinal(other, id) > 0,
            ">=" => string.CompareOrdinal(other, id) >= 0,
            "<" => string.CompareOrdinal(other, id) < 0,
            "<=" => string.CompareOrdinal(other, id) <= 0,
            "=" => other == id,
            _ => other != id,
        }).ToList();
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id {op} '{id}'")).Should().Equal(expected);
        (await fixture.Client.CountAsync($"SELECT COUNT() FROM Contact WHERE Id {op} '{id[..15]}'")).Should().Be(expected.Count);
    }

    [Fact]
    public async Task Any_fifteen_characters_bound_ids()
    {
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact WHERE Id > '003000000000000'")).Should().Be(3400);
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact WHERE Id > '003zzzzzzzzzzzz'")).Should().Be(0);
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact WHERE Id < '004000000000000'")).Should().Be(3400);
    }

    [Fact]
    public async Task A_list_of_ids_finds_those_that_exist_in_id_order()
    {
        var org = fixture.Emulator.Org;
        var wanted = new[] { org.IdAt("Contact", 900), org.IdAt("Contact", 3)[..15], org.IdAt("Lead", 1), "003000000000000AAA", org.IdAt("Contact", 900) };
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id IN ('{string.Join("','", wanted)}')"))
            .Should().Equal(org.IdAt("Contact", 3), org.IdAt("Contact", 900));
    }

    [Theory]
    [InlineData("Contact", "AccountId", "Account")]
    [InlineData("Lead", "ConvertedContactId", "Contact")]
    [InlineData("Opportunity", "AccountId", "Account")]
    [InlineData("Opportunity", "ContactId", "Contact")]
    [InlineData("OpportunityContactRole", "OpportunityId", "Opportunity")]
    [InlineData("OpportunityContactRole", "ContactId", "Contact")]
    [InlineData("Task", "WhoId", "Contact")]
    [InlineData("Task", "WhoId", "Lead")]
    [InlineData("Task", "WhatId", "Opportunity")]
    [InlineData("Task", "WhatId", "Account")]
    [InlineData("CampaignMember", "CampaignId", "Campaign")]
    [InlineData("CampaignMember", "LeadId", "Lead")]
    [InlineData("CampaignMember", "ContactId", "Contact")]
    [InlineData("Account", "ParentId", "Account")]
    public async Task Children_found_by_arithmetic_are_those_found_by_going_through(string child, string field, string parent)
    {
        var parents = fixture.Emulator.Org.Rows(parent).Where((_, i) => i % 7 == 0).Select(record => record.Id).Take(400).ToHashSet();
        var expected = fixture.Emulator.Org.Rows(child).Where(record => record[field] is string id && parents.Contains(id)).Select(record => record.Id);
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM {child} WHERE {field} IN ('{string.Join("','", parents)}')")).Should().NotBeEmpty().And.Equal(expected);
    }

    [Fact]
    public async Task Semi_joins_and_anti_joins_ask_another_object()
    {
        var org = fixture.Emulator.Org;
        var withRole = org.Rows("OpportunityContactRole").Where(role => (bool)role["IsPrimary"]!).Select(role => (string)role["ContactId"]!).ToHashSet();
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole WHERE IsPrimary = true)"))
            .Should().Equal(org.Rows("Contact").Select(c => c.Id).Where(withRole.Contains));
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact WHERE Id NOT IN (SELECT ContactId FROM OpportunityContactRole WHERE IsPrimary = true)"))
            .Should().Be(3400 - withRole.Count);
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Banking')"))
            .Should().Be(org.Rows("Contact").Count(c => c["AccountId"] is string id && Equals(org.Find(id)!["Industry"], "Banking")));
    }

    [Fact]
    public async Task Words_for_days_are_those_of_the_orgs_clock()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2024, 3, 15, 9, 0, 0, TimeSpan.Zero));
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = time });
        using var client = await OrgClient.SignInAsync(emulator);
        var expected = emulator.Org.Rows("Contact").Count(c => ((DateTimeOffset)c["CreatedDate"]!).ToString("yyyy-MM", CultureInfo.InvariantCulture) == "2024-02");
        expected.Should().BePositive();
        (await client.CountAsync("SELECT COUNT() FROM Contact WHERE CreatedDate = LAST_MONTH")).Should().Be(expected);
    }
}
