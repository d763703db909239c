using System.Text.Json;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class ViewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task History_and_why_need_no_org_and_usage_adds_up()
    {
        string[] shape = ["--leads", "60", "--contacts", "40"];
        var done = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", .. shape])).ShouldExitWith(0);
        var store = new StoreReader(_folder.File("salesforce-import.db"));
        string lead = (string)store.Rows("SELECT salesforce_id FROM contacts WHERE salesforce_object = 'Lead' LIMIT 1").Single()[0]!;

        var history = (await ConsoleProcess.RunAsync(_folder, "--history")).ShouldExitWith(0);
        var why = (await ConsoleProcess.RunAsync(_folder, "--why", lead)).ShouldExitWith(0);
        var usage = (await ConsoleProcess.RunAsync(_folder, ["--usage", "--json", .. shape])).ShouldExitWith(0);
        var table = (await ConsoleProcess.RunAsync(_folder, ["--usage", .. shape])).ShouldExitWith(0);

        history.Output.Should().Contain(done.Run).And.Contain("completed").And.Contain("leads and contacts");
        why.Output.Should().Contain(lead).And.Contain("created the row").And.NotContain("emulated org");
        usage.Json.GetProperty("days").GetArrayLength().Should().Be(7);
        usage.Json.GetProperty("ownCalls").GetInt64().Should().Be(done.Calls);
        table.Output.Should().Contain("###").And.Contain($"{done.Calls} calls of ours");
    }

    [Fact]
    public async Task Where_nothing_was_imported_nothing_is_made()
    {
        (await ConsoleProcess.RunAsync(_folder, "--history")).ShouldExitWith(0).Output.Should().Contain("Nothing has been imported");
        (await ConsoleProcess.RunAsync(_folder, "--why", "00Q000000000001")).ShouldExitWith(0).Output.Should().Contain("Nothing has been imported");
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_alone_is_one_line_of_JSON_and_imports_nothing()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--plan-only", "--json", "--select", "contacts", "--where", "Email != null")).ShouldExitWith(0);

        result.Output.Trim().Split('\n').Should().HaveCount(1);
        var step = result.Json.GetProperty("steps").EnumerateArray().Single();
        step.GetProperty("object").GetString().Should().Be("Contact");
        step.GetProperty("count").GetInt64().Should().BePositive().And.BeLessThan(3_400, "some have no e-mail");
        step.GetProperty("withoutEmail").GetInt64().Should().Be(0);
        result.Json.GetProperty("budget").GetProperty("fits").ValueKind.Should().Be(JsonValueKind.True);
        new StoreReader(_folder.File("salesforce-import.db")).CountContactsIfAny().Should().Be(0);
    }

    [Fact]
    public async Task A_condition_selects_and_the_report_counts_what_came()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--yes", "--json", "--select", "leads", "--where", "Email = null")).ShouldExitWith(0);

        long came = result.Count("Lead", "selected");
        came.Should().BePositive().And.BeLessThan(1_200);
        new StoreReader(_folder.File("salesforce-import.db")).Scalar("SELECT COUNT(*) FROM contacts WHERE email IS NOT NULL").Should().Be(0);
    }
}
