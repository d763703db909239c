using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class IntrospectionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        _client = new OrgClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_live_session_tells_until_when_and_asking_does_not_extend_it()
    {
        var token = (await _client.TokenAsync()).RequiredString("access_token");
        _time.Advance(TimeSpan.FromMinutes(30));
        await AskAsync(token);
        var answer = await AskAsync(token);
        answer["active"]!.GetValue<bool>().Should().BeTrue();
        ((long)answer["exp"]!).Should().Be(new DateTimeOffset(2026, 7, 1, 14, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        answer.RequiredString("username").Should().Be(_emulator.Username);
        answer.RequiredString("client_id").Should().Be(_emulator.ClientId);
    }

    [Fact]
    public async Task An_expired_or_unknown_token_is_not_active()
    {
        var token = (await _client.TokenAsync()).RequiredString("access_token");
        _time.Advance(TimeSpan.FromHours(2));
        (await AskAsync(token)).ToJsonString().Should().Be("""{"active":false}""");
        (await AskAsync("nonsense")).ToJsonString().Should().Be("""{"active":false}""");
    }

    [Fact]
    public async Task A_refresh_token_is_active_until_it_is_revoked()
    {
        var refresh = _emulator.IssueRefreshToken();
        (await AskAsync(refresh))["active"]!.GetValue<bool>().Should().BeTrue();
        using (await _client.PostAsync("/services/oauth2/revoke", new FormUrlEncodedContent([new("token", refresh)])))
        {
            (await AskAsync(refresh))["active"]!.GetValue<bool>().Should().BeFalse();
        }
    }

    [Fact]
    public async Task Asking_needs_the_apps_credentials()
    {
        using var form = new FormUrlEncodedContent([new("token", "x"), new("client_id", _emulator.ClientId), new("client_secret", "wrong")]);
        using var response = await _client.PostAsync("/services/oauth2/introspect", form);
        ((int)response.StatusCode).Should().Be(401);
        (await response.BodyAsync()).Should().Contain("invalid_client");
    }

    private async Task<JsonNode> AskAsync(string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token), new("client_id", _emulator.ClientId), new("client_secret", _emulator.ClientSecret)]);
        using var response = await _client.PostAsync("/services/oauth2/introspect", form);
        return JsonNode.Parse(await response.BodyAsync())!;
    }
}
