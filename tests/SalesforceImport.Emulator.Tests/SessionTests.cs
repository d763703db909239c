using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class SessionTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_session_ends_when_it_was_not_used_for_two_hours()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        using var client = await OrgClient.SignInAsync(emulator);
        _time.Advance(TimeSpan.FromMinutes(110));
        await client.CountAsync("SELECT COUNT() FROM Lead");
        _time.Advance(TimeSpan.FromMinutes(110));
        await client.CountAsync("SELECT COUNT() FROM Lead");
        _time.Advance(TimeSpan.FromMinutes(121));
        (await client.QueryErrorAsync("SELECT COUNT() FROM Lead")).Should().Be((401, "INVALID_SESSION_ID", "Session expired or invalid"));
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        var token = (await client.TokenAsync()).RequiredString("access_token");
        client.UseToken(token);
        using (var revoked = await client.PostAsync("/services/oauth2/revoke", new FormUrlEncodedContent([new("token", token)])))
        {
            revoked.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await client.ErrorAsync(OrgClient.Version + "/limits")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Without_a_token_the_session_is_invalid()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        using var response = await client.GetAsync(OrgClient.Version + "/limits");
        (await response.BodyAsync()).Should().Be("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""");
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refresh_token_can_be_used_again_and_again()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        var refresh = emulator.IssueRefreshToken();
        var first = await RefreshAsync(client, refresh);
        var second = await RefreshAsync(client, refresh);
        first.ContainsKey("refresh_token").Should().BeFalse();
        second.RequiredString("access_token").Should().NotBe(first.RequiredString("access_token"));
    }

    [Fact]
    public async Task A_rotated_refresh_token_used_twice_ends_its_whole_family()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { RotateRefreshTokens = true });
        using var client = new OrgClient(emulator);
        var first = emulator.IssueRefreshToken();
        var answer = await RefreshAsync(client, first);
        client.UseToken(answer.RequiredString("access_token"));
        await client.CountAsync("SELECT COUNT() FROM Lead");

        var reuse = await RefreshAsync(client, first);
        reuse.RequiredString("error_description").Should().Be("expired access/refresh token");
        (await client.QueryErrorAsync("SELECT COUNT() FROM Lead")).Status.Should().Be(401);
        (await RefreshAsync(client, answer.RequiredString("refresh_token"))).RequiredString("error").Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_rotated_refresh_token_gives_the_next()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { RotateRefreshTokens = true });
        using var client = new OrgClient(emulator);
        var second = (await RefreshAsync(client, emulator.IssueRefreshToken())).RequiredString("refresh_token");
        (await RefreshAsync(client, second)).ContainsKey("access_token").Should().BeTrue();
    }

    private static Task<System.Text.Json.Nodes.JsonObject> RefreshAsync(OrgClient client, string token) => client.TokenAsync(
        ("grant_type", "refresh_token"), ("client_id", client.Emulator.ClientId), ("refresh_token", token));
}
