using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class JwtSignInTests : IAsyncLifetime
{
    private const string App = "3MVG9jwt";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly RSA _key = RSA.Create(2048);
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { TimeProvider = _time, JwtApps = { new JwtApp(App, _key) } });
        _client = new OrgClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _key.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("https://login.salesforce.com")]
    [InlineData("https://test.salesforce.com/")]
    [InlineData(null)]
    public async Task A_signed_assertion_opens_a_session_of_its_user(string? audience)
    {
        var answer = await SignInAsync(aud: audience ?? _emulator.Url.ToString());
        answer.RequiredString("access_token").Should().StartWith(_emulator.Org.Id[..15]);
        answer.RequiredString("id").Should().EndWith(_emulator.Org.UserId);
    }

    [Fact]
    public async Task An_app_can_be_registered_while_the_emulator_runs()
    {
        using var key = RSA.Create(2048);
        _emulator.RegisterJwtApp("later", key);
        (await SignInAsync(iss: "later", key: key)).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task An_unknown_issuer_is_an_unknown_client() =>
        Error(await SignInAsync(iss: "nobody")).Should().Be(("invalid_client_id", "client identifier invalid"));

    [Fact]
    public async Task Another_key_does_not_sign()
    {
        using var other = RSA.Create(2048);
        Error(await SignInAsync(key: other)).Should().Be(("invalid_grant", "invalid assertion"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(181)]
    public async Task An_assertion_lives_three_minutes_at_most(int seconds) =>
        Error(await SignInAsync(exp: seconds)).Should().Be(("invalid_grant", "invalid assertion"));

    [Fact]
    public async Task An_assertion_for_somebody_else_is_refused() =>
        Error(await SignInAsync(aud: "https://evil.example")).Should().Be(("invalid_grant", "audience is invalid"));

    [Fact]
    public async Task A_user_who_is_not_there_has_not_approved() =>
        Error(await SignInAsync(sub: "nobody@nowhere.example")).Should().Be(("invalid_grant", "user hasn't approved this consumer"));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.!!!")]
    [InlineData("W10.W10.AAAA")]
    public async Task Nonsense_is_an_invalid_assertion(string assertion) =>
        Error(await PostAsync(assertion)).Should().Be(("invalid_grant", "invalid assertion"));

    [Fact]
    public async Task Other_algorithms_are_refused() =>
        Error(await SignInAsync(alg: "none")).Should().Be(("invalid_grant", "invalid assertion"));

    private static (string, string) Error(JsonObject answer) => (answer.RequiredString("error"), answer.RequiredString("error_description"));

    private Task<JsonObject> SignInAsync(string iss = App, string? sub = null, string aud = "https://login.salesforce.com", int exp = 170, RSA? key = null, string alg = "RS256")
    {
        var claims = new { iss, sub = sub ?? _emulator.Username, aud, exp = _time.GetUtcNow().AddSeconds(exp).ToUnixTimeSeconds() };
        return PostAsync(JwtText.Sign(key ?? _key, claims, alg));
    }

    private Task<JsonObject> PostAsync(string assertion) =>
        _client.TokenAsync(("grant_type", JwtText.GrantType), ("assertion", assertion));
}
