using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class LongRequestTests
{
    [Fact]
    public async Task Too_many_long_requests_refuse_the_next_until_one_ends()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = time, ConcurrentLongRequestLimit = 2 });
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Faults.Add(new Fault { PathContains = "/recordCount", Times = null, Action = FaultAction.Stall() });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stalled = new[] { StallAsync(client, giveUp.Token), StallAsync(client, giveUp.Token) };
        while (emulator.Calls.Counted < 2)
        {
            await Task.Yield();
        }

        await client.GetJsonAsync(OrgClient.Version + "/limits");
        time.Advance(TimeSpan.FromSeconds(20));
        using (var refused = await client.GetAsync(OrgClient.Version + "/limits"))
        {
            ((int)refused.StatusCode).Should().Be(403);
            (await refused.BodyAsync()).Should().Be("""[{"message":"ConcurrentPerOrgLongTxn Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""");
        }

        await giveUp.CancelAsync();
        foreach (var request in stalled)
        {
            await FluentActions.Awaiting(() => request).Should().ThrowAsync<OperationCanceledException>();
        }

        // The emulator learns of it a moment later.
        var status = 403;
        while (status == 403)
        {
            using var response = await client.GetAsync(OrgClient.Version + "/limits");
            status = (int)response.StatusCode;
        }

        status.Should().Be(200);
    }

    private static Task<HttpResponseMessage> StallAsync(OrgClient client, CancellationToken cancellationToken) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(OrgClient.Version + "/limits/recordCount", UriKind.Relative)), cancellationToken);
}
