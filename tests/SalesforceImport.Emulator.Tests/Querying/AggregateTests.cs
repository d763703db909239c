using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class AggregateTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private EmulatedOrg Org => fixture.Emulator.Org;

    [Fact]
    public async Task Count_alone_has_no_records() =>
        (await fixture.Client.QueryAsync("SELECT COUNT() FROM Contact")).ToJsonString().Should().Be("""{"totalSize":3400,"done":true,"records":[]}""");

    [Fact]
    public async Task Counts_of_fields_leave_nulls_out()
    {
        var withEmail = Org.Rows("Contact").Count(contact => contact["Email"] is not null);
        (await fixture.Client.QueryAsync("SELECT COUNT(Id) total, COUNT(Email) withEmail FROM Contact")).ToJsonString().Should().Be(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"total":3400,"withEmail":{{withEmail}}}]}""");
    }

    [Fact]
    public async Task Aggregates_without_a_name_are_numbered()
    {
        var amounts = Org.Rows("Opportunity").Select(o => o["Amount"]).OfType<decimal>().ToList();
        var dates = Org.Rows("Opportunity").Select(o => (DateTimeOffset)o["CreatedDate"]!).ToList();
        var record = await SingleAsync("SELECT MIN(Amount), MAX(Amount), SUM(Amount) total, AVG(Amount), MAX(CreatedDate), COUNT_DISTINCT(StageName) FROM Opportunity");
        record.Select(pair => pair.Key).Should().Equal("attributes", "expr0", "expr1", "total", "expr2", "expr3", "expr4");
        ((decimal)record["expr0"]!).Should().Be(amounts.Min());
        ((decimal)record["expr1"]!).Should().Be(amounts.Max());
        ((decimal)record["total"]!).Should().Be(amounts.Sum());
        ((decimal)record["expr2"]!).Should().BeApproximately(amounts.Average(), 0.000001m);
        record.RequiredString("expr3").Should().Be(dates.Max().ToString("yyyy-MM-ddTHH:mm:ss.000+0000", System.Globalization.CultureInfo.InvariantCulture));
        ((int)record["expr4"]!).Should().Be(10);
    }

    [Fact]
    public async Task Groups_are_counted_filtered_and_ordered()
    {
        var expected = Org.Rows("Lead").Where(lead => lead["Industry"] is not null).GroupBy(lead => (string)lead["Industry"]!)
            .Where(group => group.Count() > 25).OrderByDescending(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.Key, group.Count())).ToList();
        var records = await fixture.Client.QueryRecordsAsync(
            "SELECT Industry, COUNT(Id) n FROM Lead WHERE Industry != null GROUP BY Industry HAVING COUNT(Id) > 25 ORDER BY Industry DESC");
        expected.Should().NotBeEmpty();
        records.Select(record => (record.RequiredString("Industry"), (int)record["n"]!)).Should().Equal(expected);
    }

    [Fact]
    public async Task Groups_are_ordered_by_an_aggregate_that_need_not_be_selected()
    {
        var expected = Org.Rows("Lead").GroupBy(lead => (string?)lead["Industry"]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Key).ToList();
        foreach (var select in new[] { "Industry", "Industry, COUNT(Id) n" })
        {
            var records = await fixture.Client.QueryRecordsAsync($"SELECT {select} FROM Lead GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC, Industry");
            records.Select(record => (string?)record["Industry"]).Should().Equal(expected);
        }

        (await fixture.Client.QueryErrorAsync("SELECT Industry FROM Lead ORDER BY COUNT(Id)")).Message.Should().Contain("Ordered field must be grouped or aggregated");
    }

    [Fact]
    public async Task Groups_by_a_parents_field_and_by_null()
    {
        var records = await fixture.Client.QueryRecordsAsync("SELECT Account.Industry, COUNT(Id) FROM Contact GROUP BY Account.Industry");
        records.Sum(record => (int)record["expr0"]!).Should().Be(3400);
        records.Should().Contain(record => record["Industry"] == null);
    }

    [Fact]
    public async Task An_empty_selection_still_has_one_row_of_aggregates()
    {
        var record = await SingleAsync("SELECT COUNT(Id), MAX(Amount), SUM(Amount) FROM Opportunity WHERE Name = 'nobody'");
        record.ToJsonString().Should().Be("""{"attributes":{"type":"AggregateResult"},"expr0":0,"expr1":null,"expr2":null}""");
    }

    [Theory]
    [InlineData("SELECT Name, COUNT(Id) FROM Lead", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name")]
    [InlineData("SELECT SUM(Name) FROM Lead", "MALFORMED_QUERY", "does not support aggregate operator SUM")]
    [InlineData("SELECT COUNT(Id) FROM Lead GROUP BY CreatedDate", "MALFORMED_QUERY", "can not be grouped")]
    [InlineData("SELECT COUNT(Foo) FROM Lead", "INVALID_FIELD", "No such column 'Foo'")]
    [InlineData("SELECT Id, COUNT(Name) FROM Contact GROUP BY Id", "EXCEEDED_ID_LIMIT", "does not support queryMore()")]
    public async Task Impossible_groups_are_refused(string soql, string code, string message)
    {
        var error = await fixture.Client.QueryErrorAsync(soql);
        error.Code.Should().Be(code);
        error.Message.Should().Contain(message);
    }

    private async Task<JsonObject> SingleAsync(string soql) => (await fixture.Client.QueryRecordsAsync(soql)).Should().ContainSingle().Subject;
}
