using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class AllowanceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_counted_answer_tells_the_usage_errors_included()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { ApiRequestsAlreadyUsed = 40, DailyApiRequestLimit = 5000 });
        using var client = await OrgClient.SignInAsync(emulator);
        (await UsageAsync(client, "/limits")).Should().Be("api-usage=41/5000");
        (await UsageAsync(client, "/query?q=nonsense")).Should().Be("api-usage=42/5000");
        (await UsageAsync(client, "/nowhere")).Should().Be("api-usage=43/5000");
        emulator.ApiRequestsUsed.Should().Be(43);
        emulator.Calls.Counted.Should().Be(3);
    }

    [Fact]
    public async Task Limits_show_what_is_left()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { ApiRequestsAlreadyUsed = 40, DailyApiRequestLimit = 5000 });
        using var client = await OrgClient.SignInAsync(emulator);
        var limits = (await client.GetJsonAsync(OrgClient.Version + "/limits")).AsObject();
        limits["DailyApiRequests"]!.ToJsonString().Should().Be("""{"Max":5000,"Remaining":4959}""");
        limits["DailyBulkV2QueryJobs"]!.ToJsonString().Should().Be("""{"Max":10000,"Remaining":10000}""");
        limits["PermissionSets"]!["CreateCustom"]!["Max"]!.GetValue<int>().Should().Be(1000);
        limits.Should().AllSatisfy(limit => limit.Value!.AsObject().ContainsKey("Remaining").Should().BeTrue());
    }

    [Fact]
    public async Task Past_the_limit_requests_are_refused_and_not_counted()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { DailyApiRequestLimit = 2, TimeProvider = _time });
        using var client = await OrgClient.SignInAsync(emulator);
        await client.GetJsonAsync(OrgClient.Version + "/limits");
        await client.GetJsonAsync(OrgClient.Version + "/limits");
        using var refused = await client.GetAsync(OrgClient.Version + "/limits");
        (await refused.BodyAsync()).Should().Be("""[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""");
        ((int)refused.StatusCode).Should().Be(403);
        refused.Headers.GetValues("Sforce-Limit-Info").Should().Equal("api-usage=2/2");
        emulator.Calls.Counted.Should().Be(2);
    }

    [Fact]
    public async Task Requests_leave_the_count_24_hours_after_they_were_made()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions
        {
            DailyApiRequestLimit = 12,
            ApiRequestsAlreadyUsed = 10,
            TimeProvider = _time,
            SessionTimeout = TimeSpan.FromDays(3),
        });
        using var client = await OrgClient.SignInAsync(emulator);
        _time.Advance(TimeSpan.FromHours(10));
        await client.GetJsonAsync(OrgClient.Version + "/limits");
        await client.GetJsonAsync(OrgClient.Version + "/limits");
        _time.Advance(TimeSpan.FromHours(13.9));
        (await client.ErrorAsync(OrgClient.Version + "/limits")).Code.Should().Be("REQUEST_LIMIT_EXCEEDED");
        _time.Advance(TimeSpan.FromHours(0.2));
        (await UsageAsync(client, "/limits")).Should().Be("api-usage=3/12");
        _time.Advance(TimeSpan.FromHours(10));
        (await UsageAsync(client, "/limits")).Should().Be("api-usage=2/12");
    }

    [Fact]
    public async Task Limits_need_a_permission()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { LimitsPermission = false });
        using var client = await OrgClient.SignInAsync(emulator);
        var (status, code, _) = await client.ErrorAsync(OrgClient.Version + "/limits");
        (status, code).Should().Be((403, "INSUFFICIENT_ACCESS"));
        (await client.ErrorAsync(OrgClient.Version + "/limits/recordCount")).Status.Should().Be(403);
    }

    [Fact]
    public async Task An_edition_without_the_api_says_so()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { ApiEnabled = false });
        using var client = await OrgClient.SignInAsync(emulator);
        var (status, code, _) = await client.ErrorAsync(OrgClient.Version + "/limits");
        (status, code).Should().Be((403, "API_DISABLED_FOR_ORG"));
    }

    [Fact]
    public async Task Record_counts_drop_unknown_names()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Leads = 7, Contacts = 9 });
        using var client = await OrgClient.SignInAsync(emulator);
        var some = await client.GetJsonAsync(OrgClient.Version + "/limits/recordCount?sObjects=Contact,Nope,Lead");
        some.ToJsonString().Should().Be("""{"sObjects":[{"count":9,"name":"Contact"},{"count":7,"name":"Lead"}]}""");
        var all = await client.GetJsonAsync(OrgClient.Version + "/limits/recordCount");
        all["sObjects"]!.AsArray().Count.Should().Be(13);
    }

    [Fact]
    public async Task Neither_sign_in_nor_versions_nor_requests_without_a_token_count()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        await client.TokenAsync();
        await client.GetJsonAsync("/services/data");
        using (await client.GetAsync(OrgClient.Version + "/limits"))
        {
            emulator.ApiRequestsUsed.Should().Be(0);
        }

        emulator.Calls.ToList().Select(call => (call.Path, call.Status, call.Counted)).Should().Equal(
            ("/services/oauth2/token", 200, false), ("/services/data", 200, false), ("/services/data/v67.0/limits", 401, false));
    }

    private static async Task<string> UsageAsync(OrgClient client, string path)
    {
        using var response = await client.GetAsync(OrgClient.Version + path);
        return response.Headers.GetValues("Sforce-Limit-Info").Single();
    }
}
