using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SalesforceImport.Emulator.Tests.Recorded;

namespace SalesforceImport.Emulator.Tests.Faults;

public sealed class NamedFaultTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] Slow = ["silent-stall", "no-answer", "slow-trickle", "split-characters"];

    public static TheoryData<string> Names => [.. NamedFaults.All.Select(fault => fault.Name).Except(Slow)];

    [Fact]
    public void Every_name_is_one_of_its_own_and_every_fault_tells_what_it_is()
    {
        NamedFaults.All.Select(fault => fault.Name).Should().OnlyHaveUniqueItems().And.AllSatisfy(name => name.Should().MatchRegex("^[a-z0-9-]+$"));
        NamedFaults.All.Should().AllSatisfy(fault => fault.Description.Should().EndWith("."));
        FluentActions.Invoking(() => NamedFaults.Get("nonsense")).Should().Throw<ArgumentException>().WithMessage("*nonsense*maintenance-html*");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_ordered_by_name_shows(string name)
    {
        var fault = NamedFaults.Get(name);
        var healthy = await TraceAsync(fault, ordered: false);
        (await TraceAsync(fault, ordered: false)).Should().Be(healthy);
        (await TraceAsync(fault, ordered: true)).Should().NotBe(healthy);
    }

    [Fact]
    public void The_guide_lists_every_name()
    {
        Guide.Rows("name").Select(row => row[0]).Should().BeEquivalentTo(NamedFaults.All.Select(fault => fault.Name));
    }

    [Fact]
    public void Every_error_that_was_observed_can_be_ordered()
    {
        var file = Recordings.Find("_observed-errors", "observed-errors.json");
        Assert.SkipWhen(file is null, "The recorded answers are not beside this repository.");
        var observed = JsonNode.Parse(File.ReadAllText(file!))!.AsArray().Select(entry => entry!.RequiredString("id")).ToList();

        // gRPC, which the emulator does not speak.
        observed.Except(NamedFaults.All.Select(fault => fault.Name)).Except(["pubsub-replay-expired"]).Should().BeEmpty();
    }

    [Fact]
    public async Task A_process_of_its_own_orders_faults_over_http()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var planned = await client.PostForJsonAsync("/_emulator/faults", new { name = "maintenance-html", pathContains = "/limits", callNumber = 2 });
        planned["planned"]!.AsArray().Single()!.RequiredString("name").Should().Be("maintenance-html");
        await client.PostForJsonAsync("/_emulator/faults", new { status = 418, body = "no coffee", contentType = "text/plain", pathContains = "/sobjects", method = "GET" });
        var statuses = new List<int>();
        foreach (var path in new[] { "/limits", "/limits", "/limits", "/sobjects", "/sobjects" })
        {
            using var response = await client.GetAsync(OrgClient.Version + path);
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(200, 503, 200, 418, 200);
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri("/_emulator/faults", UriKind.Relative));
        using var cleared = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (await client.GetJsonAsync("/_emulator/faults"))["planned"]!.AsArray().Should().BeEmpty();
        emulator.Calls.Count.Should().Be(6);
    }

    [Theory]
    [InlineData("""{"name":"nonsense"}""")]
    [InlineData("""{"status":99}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task A_fault_that_makes_no_sense_is_refused(string body)
    {
        using var response = await fixture.Client.PostJsonAsync("/_emulator/faults", body);
        ((int)response.StatusCode).Should().Be(400);
    }

    [Fact]
    public async Task Chance_strikes_the_same_requests_for_the_same_seed()
    {
        var first = await StrikesAsync(7);
        first.Should().Equal(await StrikesAsync(7)).And.NotEqual(await StrikesAsync(8));
        first.Count(struck => struck).Should().BeInRange(20, 60);
    }

    private static async Task<List<bool>> StrikesAsync(int seed)
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Faults.Add(new Fault { PathContains = "/limits", Times = null, Probability = 0.4, Seed = seed, Action = FaultAction.EmptyBody(500) });
        var struck = new List<bool>();
        for (var i = 0; i < 100; i++)
        {
            using var response = await client.GetAsync(OrgClient.Version + "/limits");
            struck.Add((int)response.StatusCode == 500);
        }

        return struck;
    }

    private static async Task<List<HttpRequestMessage>> RequestsAsync(OrgClient client, string? path)
    {
        HttpRequestMessage Get(string target) => new(HttpMethod.Get, new Uri(target, UriKind.Relative));
        switch (path)
        {
            case "/services/oauth2/token":
                return
                [
                    new(HttpMethod.Post, new Uri(path, UriKind.Relative))
                    {
                        Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client.Emulator.ClientId), new("client_secret", client.Emulator.ClientSecret)]),
                    },
                ];
            case "/query":
                return [Get(OrgClient.QueryPath("SELECT Name, Description FROM Contact"))];
            case "/0r8":
                var page = await client.GetJsonAsync(OrgClient.QueryPath("SELECT Name FROM Contact"));
                return [Get(page.RequiredString("nextRecordsUrl"))];
            case "/jobs/query":
                return
                [
                    new(HttpMethod.Post, new Uri(OrgClient.Version + "/jobs/query", UriKind.Relative))
                    {
                        Content = JsonContent.Create(new { operation = "query", query = "SELECT Id, Name FROM Contact" }),
                    },
                    Get(OrgClient.Version + "/jobs/query"),
                ];
            case "/results":
                var job = await client.PostForJsonAsync(OrgClient.Version + "/jobs/query", new { operation = "query", query = "SELECT Id, Name FROM Contact" });
                var address = $"{OrgClient.Version}/jobs/query/{job.RequiredString("id")}";
                return [Get(address), Get(address + "/results?maxRecords=1000")];
            case "/sobjects/":
                return [Get(OrgClient.Version + "/sobjects/Contact/describe")];
            case "/cometd":
                return [Get("/cometd/67.0")];
            default:
                return [Get(OrgClient.Version + "/limits")];
        }
    }

    /// <summary>All that a caller sees of the answers, the parts that differ from time to time left out.</summary>
    private static async Task<string> TraceAsync(NamedFault fault, bool ordered)
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Seed = 3 });
        using var client = await OrgClient.SignInAsync(emulator);
        var requests = await RequestsAsync(client, fault.PathContains);
        if (ordered)
        {
            emulator.Faults.Add(fault.ToFault());
        }

        var trace = new List<string>();
        foreach (var request in requests)
        {
            trace.Add(await AnswerAsync(client, request));
            request.Dispose();
        }

        return string.Join('\n', trace);
    }

    private static async Task<string> AnswerAsync(OrgClient client, HttpRequestMessage request)
    {
        try
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var headers = string.Join(',', response.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
            var count = response.Headers.TryGetValues("Sforce-NumberOfRecords", out var counts) ? counts.Single() : "";
            var body = Stable(await response.BodyAsync());
            return string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {headers} {count} {body}");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return broken.GetType().Name;
        }
    }

    private static string Stable(string body)
    {
        try
        {
            return body.StartsWith('{') && JsonNode.Parse(body) is JsonObject answer ? Without(answer).ToJsonString() : body;
        }
        catch (System.Text.Json.JsonException)
        {
            return body;
        }
    }

    private static JsonObject Without(JsonObject answer)
    {
        foreach (var changing in new[] { "access_token", "signature", "id", "issued_at", "instance_url", "createdDate", "systemModstamp", "nextRecordsUrl", "totalProcessingTime" })
        {
            answer.Remove(changing);
        }

        foreach (var job in answer["records"] as JsonArray ?? [])
        {
            if (job is JsonObject record && record.ContainsKey("state"))
            {
                Without(record);
            }
        }

        return answer;
    }
}
