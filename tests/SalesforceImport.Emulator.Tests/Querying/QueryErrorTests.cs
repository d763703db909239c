using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class QueryErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task An_unknown_field_is_pointed_at()
    {
        var error = await fixture.Client.QueryErrorAsync("SELECT Id, Foo FROM Lead");
        error.Should().Be((400, "INVALID_FIELD", "\nSELECT Id, Foo FROM Lead\n           ^\nERROR at Row:1:Column:12\nNo such column 'Foo' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."));
    }

    [Fact]
    public async Task An_unknown_object_is_pointed_at()
    {
        var error = await fixture.Client.QueryErrorAsync("select count() from XYZZY");
        error.Should().Be((400, "INVALID_TYPE", "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."));
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead WHERE", "MALFORMED_QUERY", "unexpected token")]
    [InlineData("SELECT Id FROM Lead WHERE Foo = 1", "INVALID_FIELD", "No such column 'Foo'")]
    [InlineData("SELECT Id FROM Lead ORDER BY Id, Foo", "INVALID_FIELD", "No such column 'Foo'")]
    [InlineData("SELECT Id, Pet.Name FROM Lead", "INVALID_FIELD", "Didn't understand relationship 'Pet'")]
    [InlineData("SELECT Id, Who.Company FROM Task", "INVALID_FIELD", "No such column 'Company' on entity 'Name'")]
    [InlineData("SELECT Id, Id FROM Lead", "INVALID_FIELD", "duplicate field selected: Id")]
    [InlineData("SELECT Id, Account.Name, account.name FROM Contact", "INVALID_FIELD", "duplicate field selected: Name")]
    [InlineData("SELECT Id FROM Lead WHERE LastName = 5", "INVALID_FIELD", "must be of type string and should be enclosed in quotes")]
    [InlineData("SELECT Id FROM Lead WHERE AnnualRevenue = '5'", "INVALID_FIELD", "must be of type double and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate > 2020-01-01", "INVALID_FIELD", "must be of type dateTime")]
    [InlineData("SELECT Id FROM Lead WHERE ConvertedDate > 2020-01-01T00:00:00Z", "INVALID_FIELD", "must be of type date")]
    [InlineData("SELECT Id FROM Lead WHERE IsConverted = 'true'", "INVALID_FIELD", "must be of type boolean")]
    [InlineData("SELECT Id FROM Lead WHERE Id = 'nonsense'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: nonsense")]
    [InlineData("SELECT Id FROM Lead WHERE Id IN ('00Q000000000000AAB')", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate LIKE '2020%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator")]
    [InlineData("SELECT Id FROM Lead WHERE Description = 'x'", "MALFORMED_QUERY", "can not be filtered")]
    [InlineData("SELECT Id FROM Lead ORDER BY Description", "MALFORMED_QUERY", "can not be sorted")]
    [InlineData("SELECT Id FROM Lead WHERE Status INCLUDES ('a')", "INVALID_QUERY_FILTER_OPERATOR", "multipicklist")]
    [InlineData("SELECT FIELDS(ALL) FROM Lead", "MALFORMED_QUERY", "LIMIT of at most 200")]
    [InlineData("SELECT FIELDS(ALL), Name FROM Lead LIMIT 5", "INVALID_FIELD", "duplicate field selected: Name")]
    [InlineData("SELECT Id FROM Lead LIMIT 5 OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000")]
    [InlineData("SELECT Id FROM Contact WHERE Id IN (SELECT WhoId FROM Task)", "MALFORMED_QUERY", "not supported for semi join")]
    [InlineData("SELECT Id FROM Contact WHERE Id IN (SELECT Role FROM OpportunityContactRole)", "MALFORMED_QUERY", "must be an id field")]
    [InlineData("SELECT Id FROM Contact WHERE Name IN (SELECT Id FROM Account)", "INVALID_FIELD", "ID")]
    public async Task What_the_org_refuses_it_names(string soql, string code, string message)
    {
        var error = await fixture.Client.QueryErrorAsync(soql);
        (error.Status, error.Code).Should().Be((400, code), error.Message);
        error.Message.Should().Contain(message);
    }

    [Fact]
    public async Task No_query_is_malformed() =>
        (await fixture.Client.ErrorAsync(OrgClient.Version + "/query?q=")).Should().Be((400, "MALFORMED_QUERY", "A query string has to be specified"));

    [Theory]
    [InlineData("SELECT Id FROM Contact ORDER BY LastName")]
    [InlineData("SELECT LastName, COUNT(Id) FROM Contact GROUP BY LastName")]
    public async Task Sorting_or_grouping_more_than_200_000_rows_takes_too_long(string soql)
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 200_001 });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.QueryErrorAsync(soql)).Should().Be((400, "QUERY_TIMEOUT", "Your query request was running for too long."));
        (await client.CountAsync("SELECT Id FROM Contact ORDER BY SystemModstamp, Id")).Should().Be(200_001);
    }

    [Fact]
    public async Task Looking_for_rows_stops_at_the_time_limit()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 500_000, TimeProvider = time, QueryTimeLimit = TimeSpan.FromSeconds(5) });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.QueryErrorAsync("SELECT Id FROM Contact WHERE LastName = 'nobody'")).Code.Should().Be("QUERY_TIMEOUT");
        (await client.CountAsync("SELECT COUNT() FROM Contact WHERE CreatedDate > 2020-01-01T00:00:00Z")).Should().BePositive();
    }
}
