using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class WebServerFlowTests : IAsyncLifetime
{
    private const string Callback = "http://localhost:1717/OauthRedirect";
    private const string Verifier = "a-verifier-that-only-the-app-knows-and-that-is-long-enough-to-be-one";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, CallbackUrls = { Callback } });
        _client = new OrgClient(_emulator, new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_code_buys_a_session_and_a_refresh_token()
    {
        var back = await AuthorizeAsync($"&code_challenge={Challenge}&code_challenge_method=S256&state=here%20I%20was");
        back.Should().StartWith(Callback + "?code=aPrx").And.EndWith("&state=here%20I%20was");
        var token = await ExchangeAsync(CodeOf(back), ("code_verifier", Verifier));
        _client.UseToken(token.RequiredString("access_token"));
        (await _client.CountAsync("SELECT COUNT() FROM Lead")).Should().Be(1200);
        var again = await _client.TokenAsync(("grant_type", "refresh_token"), ("client_id", _emulator.ClientId), ("refresh_token", token.RequiredString("refresh_token")));
        again.RequiredString("access_token").Should().NotBe(token.RequiredString("access_token"));
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var code = CodeOf(await AuthorizeAsync(""));
        (await ExchangeAsync(code, ("client_secret", _emulator.ClientSecret))).ContainsKey("access_token").Should().BeTrue();
        var second = await ExchangeAsync(code, ("client_secret", _emulator.ClientSecret));
        second.ToJsonString().Should().Be("""{"error":"invalid_grant","error_description":"expired authorization code"}""");
    }

    [Fact]
    public async Task A_code_is_good_for_fifteen_minutes()
    {
        var code = CodeOf(await AuthorizeAsync(""));
        _time.Advance(TimeSpan.FromMinutes(15));
        (await ExchangeAsync(code, ("client_secret", _emulator.ClientSecret))).RequiredString("error_description").Should().Be("expired authorization code");
    }

    [Fact]
    public async Task A_code_that_was_never_given_is_invalid() =>
        (await ExchangeAsync("aPrxNever", ("client_secret", _emulator.ClientSecret))).RequiredString("error_description").Should().Be("invalid authorization code");

    [Theory]
    [InlineData("another-verifier", "invalid code verifier")]
    [InlineData("", "invalid code verifier")]
    public async Task The_verifier_must_match_the_challenge(string verifier, string description)
    {
        var code = CodeOf(await AuthorizeAsync("&code_challenge=" + Challenge));
        (await ExchangeAsync(code, ("code_verifier", verifier), ("client_secret", _emulator.ClientSecret))).RequiredString("error_description").Should().Be(description);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_a_challenge_the_secret_must_be_right(string? secret)
    {
        var code = CodeOf(await AuthorizeAsync(""));
        (await ExchangeAsync(code, secret is null ? [] : [("client_secret", secret)])).RequiredString("error").Should().Be("invalid_client");
    }

    [Fact]
    public async Task The_callback_is_compared_exactly()
    {
        using var refused = await _client.GetAsync($"/services/oauth2/authorize?response_type=code&client_id={_emulator.ClientId}&redirect_uri={Uri.EscapeDataString(Callback + "/")}");
        ((int)refused.StatusCode).Should().Be(400);
        (await refused.BodyAsync()).Should().Contain("redirect_uri_mismatch");
        var code = CodeOf(await AuthorizeAsync(""));
        var answer = await _client.TokenAsync(
            ("grant_type", "authorization_code"), ("code", code), ("client_id", _emulator.ClientId), ("client_secret", _emulator.ClientSecret), ("redirect_uri", Callback + "/"));
        answer.RequiredString("error").Should().Be("redirect_uri_mismatch");
    }

    [Fact]
    public async Task An_unknown_app_is_not_sent_back()
    {
        using var refused = await _client.GetAsync($"/services/oauth2/authorize?response_type=code&client_id=nobody&redirect_uri={Uri.EscapeDataString(Callback)}");
        refused.Headers.Location.Should().BeNull();
        (await refused.BodyAsync()).Should().Contain("invalid_client_id");
    }

    [Fact]
    public async Task Another_kind_of_answer_is_refused_at_the_callback()
    {
        using var refused = await _client.GetAsync($"/services/oauth2/authorize?response_type=token&client_id={_emulator.ClientId}&redirect_uri={Uri.EscapeDataString(Callback)}");
        refused.Headers.Location!.ToString().Should().Be(Callback + "?error=unsupported_response_type");
    }

    private static string CodeOf(string callback) => System.Text.RegularExpressions.Regex.Match(callback, "code=([^&]+)").Groups[1].Value;

    private async Task<string> AuthorizeAsync(string more)
    {
        using var response = await _client.GetAsync($"/services/oauth2/authorize?response_type=code&client_id={_emulator.ClientId}&redirect_uri={Uri.EscapeDataString(Callback)}{more}");
        ((int)response.StatusCode).Should().Be(302);
        return response.Headers.Location!.OriginalString;
    }

    private Task<System.Text.Json.Nodes.JsonObject> ExchangeAsync(string code, params (string, string)[] more) => _client.TokenAsync(
        [("grant_type", "authorization_code"), ("code", code), ("client_id", _emulator.ClientId), ("redirect_uri", Callback), .. more]);
}
