using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class ColumnsTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Columns_tell_what_is_selected_instead_of_the_records()
    {
        var answer = await AskAsync("SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account");
        answer.AsObject().Select(pair => pair.Key).Should().Equal("columnMetadata", "entityName", "groupBy", "idSelected", "keyPrefix");
        (answer.RequiredString("entityName"), answer["idSelected"]!.GetValue<bool>(), answer.RequiredString("keyPrefix")).Should().Be(("Account", true, "001"));
        var columns = answer["columnMetadata"]!.AsArray();
        columns.Select(column => (column!.RequiredString("columnName"), column!["aggregate"]!.GetValue<bool>(), column!["joinColumns"]!.AsArray().Count)).Should().Equal(
            ("Id", false, 0), ("Name", false, 0), ("Owner", false, 1), ("Contacts", true, 1));
        columns[2]!["joinColumns"]![0]!.RequiredString("columnName").Should().Be("Name");
        columns[2]!.RequiredString("foreignKeyName").Should().Be("OwnerId");
        columns[1]!["textType"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task Groups_have_columns_too()
    {
        var answer = await AskAsync("SELECT LeadSource, COUNT(Id), MAX(CreatedDate) newest FROM Lead GROUP BY LeadSource");
        answer["groupBy"]!.GetValue<bool>().Should().BeTrue();
        answer["columnMetadata"]!.AsArray().Select(column => (column!.RequiredString("columnName"), column!.RequiredString("displayName"), column!["aggregate"]!.GetValue<bool>()))
            .Should().Equal(("LeadSource", "LeadSource", false), ("expr0", "COUNT(Id)", true), ("newest", "MAX(CreatedDate)", true));
    }

    [Fact]
    public async Task A_bare_count_has_no_columns() =>
        (await AskAsync("SELECT COUNT() FROM Lead"))["columnMetadata"]!.AsArray().Should().BeEmpty();

    [Fact]
    public async Task Errors_are_those_of_the_query() =>
        (await fixture.Client.ErrorAsync(OrgClient.QueryPath("SELECT Nope FROM Lead") + "&columns=true")).Code.Should().Be("INVALID_FIELD");

    [Fact]
    public async Task A_plan_tells_how_a_query_would_run()
    {
        var plan = await fixture.Client.GetJsonAsync($"{OrgClient.Version}/query?explain={Uri.EscapeDataString("SELECT Id FROM Lead WHERE Id = '" + fixture.Emulator.Org.IdAt("Lead", 0) + "'")}");
        var first = plan["plans"]![0]!;
        first.AsObject().Select(pair => pair.Key).Should().Equal("cardinality", "fields", "leadingOperationType", "notes", "relativeCost", "sobjectCardinality", "sobjectType");
        ((long)first["cardinality"]!, first.RequiredString("leadingOperationType"), (long)first["sobjectCardinality"]!).Should().Be((1L, "Index", 1200L));
        var scan = await fixture.Client.GetJsonAsync($"{OrgClient.Version}/query?explain=SELECT+Id+FROM+Lead");
        scan["plans"]![0]!.RequiredString("leadingOperationType").Should().Be("TableScan");
        (await fixture.Client.ErrorAsync($"{OrgClient.Version}/query?explain=SELECT")).Code.Should().Be("MALFORMED_QUERY");
    }

    private Task<JsonNode> AskAsync(string soql) => fixture.Client.GetJsonAsync(OrgClient.QueryPath(soql) + "&columns=true");
}
