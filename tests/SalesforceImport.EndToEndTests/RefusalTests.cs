using System.Text.RegularExpressions;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_wrong_secret_is_a_refused_sign_in()
    {
        await using var org = await OrgProcess.StartAsync(_folder);
        using var process = ConsoleProcess.Start(
            _folder,
            new Dictionary<string, string> { ["SALESFORCE_CLIENT_ID"] = org.ClientId, ["SALESFORCE_CLIENT_SECRET"] = "wrong-and-secret" },
            "--org", org.Url.ToString(), "--yes", "--json");

        var result = (await process.EndAsync()).ShouldExitWith(5);

        result.State.Should().Be("failed");
        result.Json.GetProperty("run").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        result.Error.Should().ContainAny("secret", "Secret").And.NotContain("wrong-and-secret");
        (await org.CountCallsAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_named()
    {
        using var process = ConsoleProcess.Start(
            _folder,
            new Dictionary<string, string> { ["SALESFORCE_CLIENT_ID"] = "id", ["SALESFORCE_CLIENT_SECRET"] = "secret" },
            "--org", "http://127.0.0.1:9", "--yes", "--json");

        var result = (await process.EndAsync()).ShouldExitWith(5);

        result.State.Should().Be("failed");
        result.Error.Should().Contain("127.0.0.1");
    }

    [Fact]
    public async Task An_import_that_does_not_fit_the_org_is_refused_before_it_begins()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "100", "--contacts", "30000", "--daily-limit", "12");

        var result = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(3);

        result.State.Should().Be("refused");
        result.Json.GetProperty("budget").GetProperty("fits").GetBoolean().Should().BeFalse();
        result.Json.GetProperty("budget").GetProperty("shortfall").GetInt64().Should().BePositive();
        result.Calls.Should().Be(await org.CountCallsAsync());
        new StoreReader(_folder.File("salesforce-import.db")).CountContactsIfAny().Should().Be(0);
    }

    [Fact]
    public async Task An_org_out_of_calls_is_refused()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--daily-limit", "2");

        var result = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(3);

        result.State.Should().Be("refused");
        result.Error.Should().ContainAny("API calls", "API requests");
        result.Calls.Should().BePositive("planning has begun").And.Be(await org.CountCallsAsync());
        result.Json.GetProperty("calls").GetProperty("planning").GetInt64().Should().Be(result.Calls);
    }

    [Theory]
    [InlineData(60, new[] { "--daily-cap", "6" }, "--daily-cap", @"DailyCallCap \(--daily-cap\) from 6 to at least (\d+)")]
    [InlineData(60, new[] { "--reserve", "95%" }, "--reserve", @"Reserve \(--reserve\) from 95% \(95 calls\) to at most (\d+) calls")]
    [InlineData(30_000, new[] { "--reserve", "0", "--daily-cap", "22" }, "--ceiling", @"CallCeiling \(--ceiling\) of at most (\d+) it fits")]
    public async Task An_import_that_follows_the_advice_is_not_refused_again(int contacts, string[] options, string option, string advice)
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--contacts", $"{contacts}", "--daily-limit", "100");
        string[] import = ["--select", "contacts", "--yes", .. options];
        var refused = (await org.ImportAsync(_folder, import)).ShouldExitWith(3);
        refused.Error.Should().NotContain("headroom", "there is no such option");
        string advised = Regex.Match(refused.Error, advice).Groups[1].Value;
        advised.Should().NotBeEmpty("the program said: {0}", refused.Error);

        import = [.. import.Where((argument, index) => argument != option && (index == 0 || import[index - 1] != option)), option, advised];

        (await org.ImportAsync(_folder, import)).ShouldExitWith(0);
    }

    [Fact]
    public async Task An_import_that_is_spread_over_days_begins_and_pauses()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--contacts", "6000");

        var paused = (await org.ImportAsync(_folder, "--select", "contacts", "--yes", "--daily-cap", "5", "--spread-over-days", "--json")).ShouldExitWith(4);

        paused.Count("Contact", "selected").Should().Be(4_000);
        paused.Calls.Should().Be(5);
    }

    [Fact]
    public async Task While_the_org_is_asked_again_the_console_says_so()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "20", "--contacts", "20");
        await using var gate = await GatedOrg.StartStumblingAsync(org);
        using var console = gate.Start(_folder, "--yes");

        var result = (await console.EndAsync()).ShouldExitWith(0);

        result.Output.Should().MatchRegex(@"Attempt 1 of \d+ failed: .*Down for maintenance.*HTTP 503.*The next follows in 1\.0 seconds");
    }

    [Fact]
    public async Task A_table_that_cannot_be_used_is_found_before_the_org_is_asked()
    {
        await using var org = await OrgProcess.StartAsync(_folder);
        new StoreReader(_folder.File("salesforce-import.db")).Rows("CREATE TABLE contacts (id INTEGER PRIMARY KEY, birthdate REAL)");

        var result = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(2);

        result.Error.Should().Contain("'birthdate'").And.Contain("REAL");
        (await org.CountCallsAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Our_own_cap_is_held_over_several_imports()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "50", "--contacts", "50");
        string[] capped = ["--yes", "--json", "--daily-cap", "13"];
        (await org.ImportAsync(_folder, capped)).ShouldExitWith(0);

        ConsoleResult result;
        do
        {
            result = await org.ImportAsync(_folder, capped);
        }
        while (result.ExitCode == 0);

        result.ShouldExitWith(3).State.Should().Be("refused");
        (await org.CountCallsAsync()).Should().BeLessThanOrEqualTo(13);
    }

    [Fact]
    public async Task A_plan_that_does_not_fit_ends_with_three_and_is_still_shown()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--plan-only", "--json", "--daily-cap", "1")).ShouldExitWith(3);

        result.Error.Should().Contain("DailyCallCap");
    }
}
