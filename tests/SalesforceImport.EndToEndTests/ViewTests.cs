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
        (await ConsoleProcess.RunAsync(_folder, "--usage")).ShouldExitWith(0).Output.Should().Contain("there is no such file");
        (await ConsoleProcess.RunAsync(_folder, "--usage", "--json")).ShouldExitWith(0).Json.GetProperty("ownCalls").GetInt64().Should().Be(0);
        (await ConsoleProcess.RunAsync(_folder, "--history", "--json")).ShouldExitWith(0).Error.Should().Contain("there is no such file");
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_imported_can_be_read_where_nothing_can_be_written(bool folderToo)
    {
        string[] shape = ["--leads", "60", "--contacts", "40"];
        var done = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", .. shape])).ShouldExitWith(0);
        string lead = (string)new StoreReader(_folder.File("salesforce-import.db")).Rows("SELECT salesforce_id FROM contacts WHERE salesforce_object = 'Lead' LIMIT 1").Single()[0]!;
        _folder.MakeReadOnly("salesforce-import.db");
        if (folderToo)
        {
            _folder.MakeReadOnly();
        }
        else
        {
            _folder.OpenToAll();
        }

        (await ReadAsync("--history")).ShouldExitWith(0).Output.Should().Contain(done.Run).And.Contain("completed");
        (await ReadAsync("--why", lead)).ShouldExitWith(0).Output.Should().Contain("created the row");
        (await ReadAsync(["--usage", .. shape])).ShouldExitWith(0).Output.Should().Contain($"{done.Calls} calls of ours");
    }

    [Fact]
    public async Task A_database_of_the_hosts_own_is_looked_into_and_left_as_it_is()
    {
        new StoreReader(_folder.File("salesforce-import.db")).Rows("CREATE TABLE contacts (id TEXT)");

        (await ConsoleProcess.RunAsync(_folder, "--history")).ShouldExitWith(2).Error.Should().Contain("holds no imports");

        new StoreReader(_folder.File("salesforce-import.db")).Rows("SELECT name FROM sqlite_schema").Should().ContainSingle();
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

    private async Task<ConsoleResult> ReadAsync(params IEnumerable<string> arguments)
    {
        using var process = ConsoleProcess.Start(
            Programs.Start(Programs.ImportConsole, arguments, _folder.Path).AsOrdinaryUser(), environment: null);
        return await process.EndAsync();
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
