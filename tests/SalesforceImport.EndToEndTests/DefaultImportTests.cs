using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class DefaultImportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private StoreReader Store => new(_folder.File("salesforce-import.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_an_org_it_imports_an_emulated_one_into_the_current_directory()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--yes", "--json")).ShouldExitWith(0);

        result.State.Should().Be("completed");
        result.Count("Lead", "selected").Should().Be(1_200);
        result.Count("Contact", "selected").Should().Be(3_400);
        ShouldAddUp(result);
        Store.Scalar("SELECT COUNT(*) FROM contacts").Should().Be(result.Total("created"));
        Store.Rows($"SELECT id FROM imports WHERE id = '{result.Run}'").Should().HaveCount(1);
        result.Json.GetProperty("list").GetProperty("count").GetInt64().Should().Be(result.Total("created"));
        result.Json.GetProperty("store").GetString().Should().Be(_folder.File("salesforce-import.db"));
        result.Json.GetProperty("budget").GetProperty("fits").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task The_second_import_changes_nothing_and_says_what_that_cost()
    {
        string[] arguments = ["--yes", "--leads", "300", "--contacts", "500", "--seed", "5"];
        (await ConsoleProcess.RunAsync(_folder, arguments)).ShouldExitWith(0);
        var before = Store.Content();

        var again = (await ConsoleProcess.RunAsync(_folder, [.. arguments, "--json"])).ShouldExitWith(0);

        again.Total("created").Should().Be(0);
        again.Total("updated").Should().Be(0);
        again.Total("selected").Should().Be(800);
        ShouldAddUp(again);
        Store.Content().Should().Equal(before);
        again.Error.Should().Contain("Nothing to change").And.Contain($"{again.Calls} API calls");
    }

    [Fact]
    public async Task The_calls_it_reports_are_those_the_org_counted()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "2500", "--contacts", "4500");

        var first = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(0);
        long counted = await org.CountCallsAsync();
        var second = (await org.ImportAsync(_folder, "--yes", "--json", "--select", "contacts")).ShouldExitWith(0);

        first.Calls.Should().Be(counted);
        second.Calls.Should().Be(await org.CountCallsAsync() - counted);
        first.Calls.Should().BeLessThanOrEqualTo(first.Json.GetProperty("calls").GetProperty("ceiling").GetInt64());
        first.Calls.Should().Be(first.Json.GetProperty("calls").GetProperty("expected").GetInt64());
        new StoreReader(_folder.File("salesforce-import.db.calls")).Scalar("SELECT COUNT(*) FROM api_calls").Should().Be(first.Calls + second.Calls);
    }

    [Fact]
    public async Task People_read_a_plan_a_report_and_where_it_all_is()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--yes", "--select", "leads", "--leads", "40", "--contacts", "10")).ShouldExitWith(0);

        result.Output.Should().Contain("without e-mail").And.Contain("calls expected").And.Contain("rule of thumb")
            .And.Contain("selected").And.Contain("collapsed").And.Contain(_folder.File("salesforce-import.db"))
            .And.NotContain("Contact ").And.NotContain("\u001b", "a file has no use for colours");
    }

    private static void ShouldAddUp(ConsoleResult result)
    {
        foreach (var (name, _) in result.Json.GetProperty("objects").EnumerateObject().Select(entry => (entry.Name, entry.Value)))
        {
            string[] outcomes = ["created", "updated", "unchanged", "collapsed", "skipped", "failed"];
            outcomes.Sum(outcome => result.Count(name, outcome)).Should().Be(result.Count(name, "selected"), "{0} must add up", name);
        }
    }
}
