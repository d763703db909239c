using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SalesforceImport.Emulator.Tests;

public sealed class SignInTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Client_credentials_open_a_session()
    {
        var token = await fixture.Client.TokenAsync();
        token.RequiredString("access_token").Should().StartWith(fixture.Emulator.Org.Id[..15] + "!");
        token.RequiredString("instance_url").Should().Be(fixture.Emulator.Url.ToString().TrimEnd('/'));
        token.RequiredString("id").Should().EndWith($"/id/{fixture.Emulator.Org.Id}/{fixture.Emulator.Org.UserId}");
        token.RequiredString("token_type").Should().Be("Bearer");
        long.Parse(token.RequiredString("issued_at"), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(1_700_000_000_000);
        token.ContainsKey("expires_in").Should().BeFalse();
        token.ContainsKey("refresh_token").Should().BeFalse();
    }

    [Fact]
    public async Task The_signature_is_made_with_the_secret()
    {
        var token = await fixture.Client.TokenAsync();
        var message = Encoding.UTF8.GetBytes(token.RequiredString("id") + token.RequiredString("issued_at"));
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(fixture.Emulator.ClientSecret), message);
        token.RequiredString("signature").Should().Be(Convert.ToBase64String(expected));
    }

    [Fact]
    public async Task Client_credentials_may_stand_in_the_authorization_header()
    {
        using var client = new OrgClient(fixture.Emulator);
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{fixture.Emulator.ClientId}:{fixture.Emulator.ClientSecret}"));
        client.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);
        var token = await client.TokenAsync(("grant_type", "client_credentials"));
        token.RequiredString("access_token").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("client_credentials", "wrong", null, "invalid_client_id", "client identifier invalid")]
    [InlineData("client_credentials", null, "wrong", "invalid_client", "invalid client credentials")]
    [InlineData("implicit", null, null, "unsupported_grant_type", "grant type not supported")]
    public async Task A_wrong_sign_in_says_what_is_wrong(string grant, string? id, string? secret, string error, string description)
    {
        using var response = await fixture.Client.PostTokenAsync(
            ("grant_type", grant), ("client_id", id ?? fixture.Emulator.ClientId), ("client_secret", secret ?? fixture.Emulator.ClientSecret));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await response.BodyAsync()).Should().Be($$"""{"error":"{{error}}","error_description":"{{description}}"}""");
    }

    [Fact]
    public async Task A_password_needs_the_security_token()
    {
        (string, string)[] Form(string password) =>
        [
            ("grant_type", "password"), ("client_id", fixture.Emulator.ClientId), ("client_secret", fixture.Emulator.ClientSecret),
            ("username", fixture.Emulator.Username), ("password", password),
        ];
        var good = await fixture.Client.TokenAsync(Form(fixture.Emulator.PasswordAndToken));
        var bad = await fixture.Client.TokenAsync(Form(fixture.Emulator.PasswordAndToken[..^1]));
        good.RequiredString("access_token").Should().NotBeEmpty();
        bad.RequiredString("error").Should().Be("invalid_grant");
        bad.RequiredString("error_description").Should().Be("authentication failure");
    }

    [Fact]
    public async Task Userinfo_and_the_identity_address_say_who_is_signed_in()
    {
        var token = await fixture.Client.TokenAsync();
        var user = await fixture.Client.GetJsonAsync("/services/oauth2/userinfo");
        var identity = await fixture.Client.GetJsonAsync(new Uri(token.RequiredString("id")).AbsolutePath);
        user.RequiredString("organization_id").Should().Be(fixture.Emulator.Org.Id);
        user.RequiredString("preferred_username").Should().Be(fixture.Emulator.Username);
        identity.RequiredString("user_id").Should().Be(fixture.Emulator.Org.UserId);
        identity.RequiredString("username").Should().Be(fixture.Emulator.Username);
        user["urls"]!.AsObject().Select(url => url.Key).Should().Equal(identity["urls"]!.AsObject().Select(url => url.Key));
    }

    [Fact]
    public async Task Client_credentials_are_refused_on_a_login_host_and_passwords_are_not()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/services/oauth2/token", UriKind.Relative));
        request.Headers.Host = fixture.Emulator.LoginUrl.Authority;
        request.Content = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", fixture.Emulator.ClientId), new("client_secret", fixture.Emulator.ClientSecret)]);
        using var refused = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.BodyAsync()).Should().Be("""{"error":"invalid_grant","error_description":"request not supported on this domain"}""");

        using var password = new HttpRequestMessage(HttpMethod.Post, new Uri("/services/oauth2/token", UriKind.Relative));
        password.Headers.Host = fixture.Emulator.LoginUrl.Authority;
        password.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "password"), new("client_id", fixture.Emulator.ClientId), new("client_secret", fixture.Emulator.ClientSecret),
            new("username", fixture.Emulator.Username), new("password", fixture.Emulator.PasswordAndToken),
        ]);
        using var taken = await fixture.Client.SendAsync(password, TestContext.Current.CancellationToken);
        taken.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_process_can_ask_how_to_sign_in()
    {
        var told = await fixture.Client.GetJsonAsync("/_emulator/sign-in");
        told.RequiredString("clientId").Should().Be(fixture.Emulator.ClientId);
        told.RequiredString("clientSecret").Should().Be(fixture.Emulator.ClientSecret);
        (told.RequiredString("password") + told.RequiredString("securityToken")).Should().Be(fixture.Emulator.PasswordAndToken);
        told.RequiredString("organizationId").Should().Be(fixture.Emulator.Org.Id);
    }

    [Fact]
    public async Task Userinfo_without_a_good_token_is_forbidden()
    {
        using var client = new OrgClient(fixture.Emulator);
        client.UseToken("00D!nonsense");
        using var response = await client.GetAsync("/services/oauth2/userinfo");
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.BodyAsync()).Should().Be("Bad_OAuth_Token");
    }

    [Fact]
    public async Task The_token_address_takes_posts_only()
    {
        var (status, code, _) = await fixture.Client.ErrorAsync("/services/oauth2/token");
        (status, code).Should().Be((405, "METHOD_NOT_ALLOWED"));
    }
}
