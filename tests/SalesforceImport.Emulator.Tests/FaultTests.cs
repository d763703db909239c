using System.Net;

namespace SalesforceImport.Emulator.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private const string ContactsPath = "/services/data/v67.0/query?q=SELECT+Id,Name+FROM+Contact";

    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync();
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_response_fault_strikes_the_requests_meant_and_no_others()
    {
        _emulator.Faults.Add(new Fault { PathContains = "FROM Contact", CallNumber = 2, Times = 2, Action = FaultAction.Respond(503, "<html>We are down for maintenance.</html>", "text/html") });
        var statuses = new List<int>();
        foreach (var path in new[] { ContactsPath, "/services/data/v67.0/limits", ContactsPath, ContactsPath, ContactsPath })
        {
            using var response = await _client.GetAsync(path);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                (await response.BodyAsync()).Should().StartWith("<html>");
                response.Headers.Contains("Sforce-Limit-Info").Should().BeFalse();
            }
        }

        statuses.Should().Equal(200, 200, 503, 503, 200);
        _emulator.Calls.Counted.Should().Be(5);
    }

    [Fact]
    public async Task An_empty_body_is_empty()
    {
        _emulator.Faults.Add(new Fault { PathContains = "/limits", Times = null, Action = FaultAction.EmptyBody(406) });
        for (var i = 0; i < 3; i++)
        {
            using var response = await _client.GetAsync("/services/data/v67.0/limits");
            ((int)response.StatusCode, await response.BodyAsync()).Should().Be((406, ""));
        }

        _emulator.Faults.Clear();
        await _client.GetJsonAsync("/services/data/v67.0/limits");
    }

    [Fact]
    public async Task A_reset_connection_gives_no_answer()
    {
        _emulator.Faults.Add(new Fault { Action = FaultAction.ResetConnection });
        await _client.Invoking(client => client.GetAsync(ContactsPath)).Should().ThrowAsync<HttpRequestException>();
        var call = _emulator.Calls.ToList()[^1];
        (call.Status, call.Counted).Should().Be((0, true));
        (await _client.GetJsonAsync(ContactsPath))["records"]!.AsArray().Count.Should().Be(2000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task A_truncated_body_ends_short_of_its_length(int bytes)
    {
        _emulator.Faults.Add(new Fault { PathContains = "query", Action = FaultAction.TruncateBody(bytes) });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ContactsPath, UriKind.Relative));
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var received = 0;
        var reading = async () =>
        {
            var buffer = new byte[4096];
            for (int read; (read = await body.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0;)
            {
                received += read;
            }
        };
        await reading.Should().ThrowAsync<Exception>().Where(e => e is HttpIOException || e is IOException);
        received.Should().Be(bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_stalled_answer_stays_stalled_until_the_caller_gives_up(int afterBytes)
    {
        _emulator.Faults.Add(new Fault { Action = FaultAction.Stall(afterBytes) });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ContactsPath, UriKind.Relative));
        var sending = _client.SendAsync(request, giveUp.Token);
        var received = 0;
        if (afterBytes > 0)
        {
            using var response = await sending;
            await using var body = await response.Content.ReadAsStreamAsync(giveUp.Token);
            var buffer = new byte[64 * 1024];
            while (received < afterBytes)
            {
                received += await body.ReadAsync(buffer, giveUp.Token);
            }

            var more = body.ReadAsync(buffer, giveUp.Token).AsTask();
            more.IsCompleted.Should().BeFalse();
            await giveUp.CancelAsync();
            await FluentActions.Awaiting(() => more).Should().ThrowAsync<OperationCanceledException>();
        }
        else
        {
            await giveUp.CancelAsync();
            await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
        }

        received.Should().Be(afterBytes);
    }

    [Fact]
    public async Task A_stalled_answer_does_not_keep_the_emulator_from_stopping()
    {
        var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Faults.Add(new Fault { PathContains = "/limits", Action = FaultAction.Stall() });
        var sending = client.GetAsync("/services/data/v67.0/limits");
        while (!emulator.Calls.ToList().Any(call => call.Path.EndsWith("/limits", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }

        await emulator.DisposeAsync();
        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_session_can_end_in_the_middle_of_a_query()
    {
        var page = await _client.GetJsonAsync(ContactsPath);
        _emulator.Faults.Add(new Fault { PathContains = "/query/", Action = FaultAction.ExpireSession });
        (await _client.ErrorAsync(page.RequiredString("nextRecordsUrl"))).Code.Should().Be("INVALID_SESSION_ID");
        (await _client.ErrorAsync("/services/data/v67.0/limits")).Status.Should().Be(401);
    }

    [Fact]
    public async Task A_locator_can_end_in_the_middle_of_a_query()
    {
        var page = await _client.GetJsonAsync(ContactsPath);
        var other = await _client.GetJsonAsync(ContactsPath);
        _emulator.Faults.Add(new Fault { PathContains = "/query/", Action = FaultAction.ExpireLocator });
        (await _client.ErrorAsync(page.RequiredString("nextRecordsUrl"))).Code.Should().Be("INVALID_QUERY_LOCATOR");
        (await _client.GetJsonAsync(other.RequiredString("nextRecordsUrl")))["records"]!.AsArray().Count.Should().Be(1400);
    }

    [Fact]
    public async Task A_page_can_come_twice()
    {
        _client.Headers.Add("Sforce-Query-Options", "batchSize=1000");
        var first = await _client.GetJsonAsync(ContactsPath);
        _emulator.Faults.Add(new Fault { PathContains = "/query/", Action = FaultAction.RepeatPage });
        var second = await _client.GetJsonAsync(first.RequiredString("nextRecordsUrl"));
        second["records"]!.ToJsonString().Should().Be(first["records"]!.ToJsonString());
        second.RequiredString("nextRecordsUrl").Should().EndWith("-2000");
    }

    [Fact]
    public async Task Sign_in_can_fail_too()
    {
        _emulator.Faults.Add(new Fault { PathContains = "oauth2/token", Action = FaultAction.Respond(400, """{"error":"invalid_grant","error_description":"authentication failure"}""") });
        (await _client.TokenAsync()).RequiredString("error").Should().Be("invalid_grant");
        (await _client.TokenAsync()).ContainsKey("access_token").Should().BeTrue();
    }
}
