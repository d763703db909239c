using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Faults;

public sealed class TrickleTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_slow_answer_comes_piece_by_piece_as_time_goes_by()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Faults.Add(new Fault { PathContains = "/limits", Action = FaultAction.Trickle(100, TimeSpan.FromSeconds(1)) });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(OrgClient.Version + "/limits", UriKind.Relative));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = 0;
        while (read < 100)
        {
            read += await body.ReadAsync(buffer.AsMemory(read), TestContext.Current.CancellationToken);
        }

        read.Should().Be(100);
        var next = body.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        next.IsCompleted.Should().BeFalse();
        while (!next.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await next).Should().BePositive();
    }

    [Fact]
    public async Task Pieces_that_end_inside_characters_make_the_same_text()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var path = OrgClient.QueryPath("SELECT Name FROM Contact LIMIT 200");
        var whole = await client.GetJsonAsync(path);
        emulator.Faults.Add(NamedFaults.Get("split-characters").ToFault());
        (await client.GetJsonAsync(path)).ToJsonString().Should().Be(whole.ToJsonString());
    }
}
