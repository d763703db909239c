namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class TypeofTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Each_kind_of_record_shows_its_own_fields()
    {
        var tasks = await fixture.Client.QueryRecordsAsync(
            "SELECT Id, WhoId, TYPEOF Who WHEN Contact THEN Email, Account.Name WHEN Lead THEN Company, Status ELSE Name END FROM Task WHERE WhoId != null");
        foreach (var task in tasks)
        {
            var who = task["Who"]!.AsObject();
            var isLead = task.RequiredString("WhoId").StartsWith("00Q", StringComparison.Ordinal);
            who["attributes"]!.RequiredString("type").Should().Be(isLead ? "Lead" : "Contact");
            who.Select(pair => pair.Key).Should().Equal(isLead ? ["attributes", "Company", "Status"] : ["attributes", "Email", "Account"]);
            var record = fixture.Emulator.Org.Find(task.RequiredString("WhoId"))!;
            ((string?)who[isLead ? "Company" : "Email"]).Should().Be((string?)record[isLead ? "Company" : "Email"]);
        }

        tasks.Select(task => task.RequiredString("WhoId")[..3]).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_kind_that_is_not_named_is_null_or_what_else_selects()
    {
        var without = await fixture.Client.QueryRecordsAsync("SELECT WhoId, TYPEOF Who WHEN Lead THEN Company END FROM Task WHERE Who.Type = 'Contact' LIMIT 5");
        without.Should().NotBeEmpty().And.AllSatisfy(task => task["Who"].Should().BeNull());
        var with = await fixture.Client.QueryRecordsAsync("SELECT TYPEOF t.Who WHEN Lead THEN Company ELSE Id, Name END FROM Task t WHERE Who.Type = 'Contact' LIMIT 5");
        with.Should().NotBeEmpty().And.AllSatisfy(task =>
        {
            task["Who"]!["attributes"]!.RequiredString("type").Should().Be("Name");
            task["Who"]!.RequiredString("Id").Should().StartWith("003");
        });
    }

    [Fact]
    public async Task No_reference_is_null()
    {
        var tasks = await fixture.Client.QueryRecordsAsync("SELECT TYPEOF Who WHEN Lead THEN Company ELSE Name END FROM Task WHERE WhoId = null LIMIT 3");
        tasks.Should().NotBeEmpty().And.AllSatisfy(task => task["Who"].Should().BeNull());
    }

    [Theory]
    [InlineData("SELECT TYPEOF Nobody WHEN Lead THEN Id END FROM Task", "INVALID_FIELD", "Didn't understand relationship 'Nobody'")]
    [InlineData("SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact", "MALFORMED_QUERY", "references to several objects")]
    [InlineData("SELECT TYPEOF Who WHEN Campaign THEN Id END FROM Task", "INVALID_TYPE", "sObject type 'Campaign' is not supported")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN AccountId END FROM Task", "INVALID_FIELD", "No such column 'AccountId' on entity 'Lead'")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN Id, Id END FROM Task", "INVALID_FIELD", "duplicate field selected: Id")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN Id WHEN Lead THEN Name END FROM Task", "MALFORMED_QUERY", "duplicate WHEN")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN Id ELSE Company END FROM Task", "INVALID_FIELD", "No such column 'Company' on entity 'Name'")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN Id FROM Task", "MALFORMED_QUERY", "unexpected token: 'FROM'")]
    [InlineData("SELECT TYPEOF Who ELSE Id END FROM Task", "MALFORMED_QUERY", "unexpected token: 'ELSE'")]
    public async Task What_makes_no_sense_is_refused(string soql, string code, string message)
    {
        var error = await fixture.Client.QueryErrorAsync(soql);
        (error.Status, error.Code).Should().Be((400, code));
        error.Message.Should().Contain(message);
    }
}
