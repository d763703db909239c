using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Composite;

public sealed class BatchTests
{
    private const string Path = OrgClient.Version + "/composite/batch";

    [Theory]
    [InlineData("v67.0/")]
    [InlineData("/services/data/v67.0/")]
    public async Task Every_request_of_a_batch_counts(string prefix)
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { DailyApiRequestLimit = 1000 });
        using var client = await OrgClient.SignInAsync(emulator);
        var answer = await SendAsync(client, false, Enumerable.Repeat(prefix + "query?q=SELECT+COUNT()+FROM+Lead", 25));
        answer["hasErrors"]!.GetValue<bool>().Should().BeFalse();
        answer["results"]!.AsArray().Should().AllSatisfy(result =>
            ((int)result!["statusCode"]!, (long)result["result"]!["totalSize"]!).Should().Be((200, 1200L)));
        emulator.ApiRequestsUsed.Should().Be(25);
        emulator.Calls.Counted.Should().Be(25);
        emulator.Calls.ToList()[^1].Cost.Should().Be(25);
    }

    [Fact]
    public async Task What_the_allowance_does_not_cover_is_refused_one_by_one()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { DailyApiRequestLimit = 3 });
        using var client = await OrgClient.SignInAsync(emulator);
        var answer = await SendAsync(client, false, Enumerable.Repeat("v67.0/limits", 5));
        answer["results"]!.AsArray().Select(result => (int)result!["statusCode"]!).Should().Equal(200, 200, 200, 403, 403);
        answer["results"]![3]!["result"]![0]!.RequiredString("errorCode").Should().Be("REQUEST_LIMIT_EXCEEDED");
        answer["hasErrors"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task A_batch_halts_at_an_error_when_told_to()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        string[] urls = ["v67.0/limits", "v67.0/nowhere", "v67.0/limits"];
        var halted = await SendAsync(client, true, urls);
        halted["results"]!.AsArray().Select(result => (int)result!["statusCode"]!).Should().Equal(200, 404, 412);
        halted["results"]![2]!["result"]![0]!.RequiredString("errorCode").Should().Be("BATCH_PROCESSING_HALTED");
        var whole = await SendAsync(client, false, urls);
        whole["results"]!.AsArray().Select(result => (int)result!["statusCode"]!).Should().Equal(200, 404, 200);
    }

    [Theory]
    [InlineData("""{"batchRequests":[]}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"batchRequests":["v67.0/limits"]}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"batchRequests":[{"method":"GET"}]}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"batchRequests":[{"url":"v67.0/limits"}]}""", "JSON_PARSER_ERROR")]
    public async Task A_malformed_batch_is_refused(string body, string code)
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        using var response = await client.PostJsonAsync(Path, body);
        (await OrgClient.ErrorAsync(response)).Should().BeEquivalentTo((400, code, ""), options => options.Excluding(error => error.Item3));
    }

    [Fact]
    public async Task More_than_twenty_five_requests_are_refused()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        using var response = await client.PostJsonAsync(Path, new { batchRequests = Enumerable.Repeat(new { method = "GET", url = "v67.0/limits" }, 26) });
        (await OrgClient.ErrorAsync(response)).Code.Should().Be("LIMIT_EXCEEDED");
    }

    private static async Task<JsonNode> SendAsync(OrgClient client, bool halt, IEnumerable<string> urls) => await client.PostForJsonAsync(
        Path, new { haltOnError = halt, batchRequests = urls.Select(url => new { method = "GET", url }) });
}
