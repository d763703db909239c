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
