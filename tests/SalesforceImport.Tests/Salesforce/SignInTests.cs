using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RichardSzalay.MockHttp;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

public sealed class SignInTests
{
    private const string TokenUrl = OrgHarness.Login + "/services/oauth2/token";
    private const string Second = "00Dxx0000001gER!AQ.second_session";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_credentials_are_sent_as_a_form_and_never_twice()
    {
        using var harness = new OrgHarness();
        harness.AnswerVersions();
        harness.Http.Expect(HttpMethod.Post, TokenUrl)
            .WithFormData(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "key", ["client_secret"] = "secret" })
            .Respond("application/json", OrgHarness.TokenBody());

        var connections = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => harness.Org.ConnectAsync(harness.Meter, Cancel)));

        connections.Should().OnlyContain(connection => connection.OrgId == SalesforceId.Parse(OrgHarness.OrgId));
        harness.Http.VerifyNoOutstandingExpectation();
        harness.Meter.Charges.Should().BeEmpty();
    }

    [Fact]
    public async Task User_name_and_password_go_with_the_security_token_behind_them()
    {
        using var harness = new OrgHarness(SalesforceCredentials.UsernamePassword("key", "secret", "ann@example.com", "pass", "TOKEN"));
        harness.AnswerVersions();
        harness.Http.Expect(HttpMethod.Post, TokenUrl)
            .WithFormData(new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = "ann@example.com", ["password"] = "passTOKEN" })
            .Respond("application/json", OrgHarness.TokenBody());

        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData(null, "https://login.salesforce.com")]
    [InlineData("https://site.example.com", "https://site.example.com")]
    public async Task Assertion_is_signed_with_the_key_and_lives_less_than_three_minutes(string? audience, string expectedAudience)
    {
        using var key = RSA.Create(2048);
        using var harness = new OrgHarness(SalesforceCredentials.JwtBearer("key", "ann+x@example.com", key.ExportPkcs8PrivateKeyPem(), audience));
        harness.AnswerVersions();
        string? form = null;
        harness.Http.Expect(HttpMethod.Post, TokenUrl).Respond(async request =>
        {
            form = await request.Content!.ReadAsStringAsync(Cancel);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(OrgHarness.TokenBody()) };
        });

        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        var fields = form!.Split('&').Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        fields["grant_type"].Should().Be("urn:ietf:params:oauth:grant-type:jwt-bearer");
        string[] parts = fields["assertion"].Split('.');
        key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
        JsonDocument.Parse(Decode(parts[0])).RootElement.GetProperty("alg").GetString().Should().Be("RS256");
        var claims = JsonDocument.Parse(Decode(parts[1])).RootElement;
        claims.GetProperty("iss").GetString().Should().Be("key");
        claims.GetProperty("sub").GetString().Should().Be("ann+x@example.com");
        claims.GetProperty("aud").GetString().Should().Be(expectedAudience);
        claims.GetProperty("exp").GetInt64().Should().Be(HurriedTime.Begin.ToUnixTimeSeconds() + 170);
    }

    [Theory]
    [InlineData("https://login.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://acme.my.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://test.salesforce.com", "https://test.salesforce.com")]
    [InlineData("https://acme--uat.sandbox.my.salesforce.com", "https://test.salesforce.com")]
    public void Audience_fits_the_sign_in_address(string login, string expected) =>
        JwtAssertion.AudienceFor(new Uri(login)).Should().Be(expected);

    [Fact]
    public void Key_that_is_none_is_refused_without_being_shown()
    {
        var creating = () => SalesforceCredentials.JwtBearer("key", "ann", "-----BEGIN PRIVATE KEY-----\nSECRETSECRET\n-----END PRIVATE KEY-----");

        creating.Should().Throw<ArgumentException>().Which.ToString().Should().Contain("PEM").And.NotContain("SECRETSECRET");
    }

    [Fact]
    public async Task Rotated_refresh_token_is_the_hosts_before_its_session_is_used()
    {
        var events = new List<string>();
        using var harness = new OrgHarness(SalesforceCredentials.RefreshToken("key", null, "first", (token, _) =>
        {
            events.Add("saved " + token);
            return Task.CompletedTask;
        }));
        harness.AnswerVersions();
        ExpectRefresh(harness, "first", OrgHarness.Token, "second");
        ExpectRefresh(harness, "second", Second, "third");
        harness.Http.When(OrgHarness.Data + "/limits").Respond(request =>
        {
            bool fresh = request.Headers.Authorization!.Parameter == Second;
            events.Add(fresh ? "used the second session" : "used the first session");
            return fresh ? Limits() : Expired();
        });

        await harness.Org.GetLimitsAsync(harness.Meter, Cancel);

        events.Should().Equal("saved second", "used the first session", "saved third", "used the second session");
    }

    [Fact]
    public async Task Rotated_refresh_token_that_could_not_be_saved_is_offered_again_before_the_next_use()
    {
        var saved = new List<string>();
        using var harness = new OrgHarness(SalesforceCredentials.RefreshToken("key", null, "first", (token, _) =>
        {
            saved.Add(token);
            return saved.Count == 1 ? throw new IOException("The disk is full.") : Task.CompletedTask;
        }));
        harness.AnswerVersions();
        ExpectRefresh(harness, "first", OrgHarness.Token, "second");
        ExpectRefresh(harness, "second", Second, null);

        await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel)).Should().ThrowAsync<IOException>();
        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        saved.Should().Equal("second", "second");
    }

    [Fact]
    public async Task Lost_answer_to_a_refresh_is_not_asked_for_again()
    {
        using var harness = new OrgHarness(SalesforceCredentials.RefreshToken("key", null, "first", (_, _) => Task.CompletedTask));
        int asked = 0;
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ =>
        {
            asked++;
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        });

        await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceSignInException>();

        asked.Should().Be(1, "a refresh token that rotates works once, and a second use revokes its successor");
    }

    [Fact]
    public async Task Expired_session_is_renewed_once_for_all_who_meet_it()
    {
        using var harness = new OrgHarness();
        harness.AnswerVersions();
        harness.Http.Expect(HttpMethod.Post, TokenUrl).Respond("application/json", OrgHarness.TokenBody());
        harness.Http.Expect(HttpMethod.Post, TokenUrl).Respond("application/json", OrgHarness.TokenBody(Second));
        harness.Http.When(OrgHarness.Data + "/limits").Respond(request => request.Headers.Authorization!.Parameter == Second ? Limits() : Expired());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => harness.Org.GetLimitsAsync(harness.Meter, Cancel)));

        harness.Http.VerifyNoOutstandingExpectation();
        harness.Meter.Charges.Count.Should().BeInRange(7, 12, "a refused attempt is charged too");
    }

    [Fact]
    public async Task Session_refused_again_right_after_renewal_is_not_renewed_for_ever()
    {
        using var harness = new OrgHarness();
        harness.AnswerVersions();
        int signIns = 0;
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ => Json(OrgHarness.TokenBody($"00Dxx0000001gER!AQ.session{++signIns}")));
        harness.Http.When(OrgHarness.Data + "/limits").Respond(_ => Expired());

        var asking = harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel));

        (await asking.Should().ThrowAsync<SalesforceSignInException>()).Which.ErrorCode.Should().Be("INVALID_SESSION_ID");
        signIns.Should().Be(2);
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("This session is not valid for use with the REST API")]
    [InlineData("Connected app is not attached to Agent")]
    public async Task Refusal_that_a_new_session_cannot_cure_is_final(string message)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits")
            .Respond(HttpStatusCode.Unauthorized, "application/json", OrgHarness.Error("INVALID_SESSION_ID", message));

        var asking = harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel));

        (await asking.Should().ThrowAsync<SalesforceSignInException>()).WithMessage($"*{message}*");
        harness.Meter.Charges.Should().HaveCount(1);
    }

    [Fact]
    public async Task Host_is_asked_once_more_for_a_token_the_org_refuses()
    {
        var tokens = new Queue<string>([OrgHarness.Token, Second]);
        using var harness = new OrgHarness(SalesforceCredentials.AccessToken(_ => ValueTask.FromResult(tokens.Dequeue())));
        harness.AnswerVersions();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(request => request.Headers.Authorization!.Parameter == Second ? Limits() : Expired());

        (await harness.Org.GetLimitsAsync(harness.Meter, Cancel)).Should().NotBeNull();
        tokens.Should().BeEmpty();
    }

    [Fact]
    public async Task Org_id_that_neither_sign_in_nor_token_tells_is_asked_for_once()
    {
        using var harness = new OrgHarness(SalesforceCredentials.AccessToken(_ => ValueTask.FromResult("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")));
        harness.AnswerVersions();
        harness.Http.Expect(OrgHarness.Data + "/query?q=SELECT+Id+FROM+Organization")
            .Respond("application/json", $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Organization"},"Id":"{{OrgHarness.OrgId}}"}]}""");

        var first = await harness.Org.ConnectAsync(harness.Meter, Cancel);
        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        first.OrgId.ToString().Should().Be(OrgHarness.OrgId);
        harness.Meter.Charges.Should().Equal(ApiCallKind.Other);
    }

    [Fact]
    public async Task Credentials_that_come_to_lead_to_another_org_are_refused()
    {
        var tokens = new Queue<string>([OrgHarness.Token, "00Dxx0000002gER!AQ.another_org"]);
        using var harness = new OrgHarness(SalesforceCredentials.AccessToken(_ => ValueTask.FromResult(tokens.Dequeue())));
        harness.AnswerVersions();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(_ => Expired());

        var asking = harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel));

        (await asking.Should().ThrowAsync<SalesforceSignInException>()).WithMessage("*00Dxx0000002gER*");
    }

    [Theory]
    [InlineData("http://acme.my.salesforce.com")]
    [InlineData("ftp://acme.my.salesforce.com")]
    public void Address_without_TLS_is_refused(string login)
    {
        var creating = () => new OrgHarness(settings: OrgHarness.Settings(login));

        creating.Should().Throw<SalesforceException>().Which.Message.Should().Contain("https://").And.Contain("LoginUrl");
    }

    [Fact]
    public async Task Instance_without_TLS_is_refused_before_the_token_goes_there()
    {
        using var harness = new OrgHarness();
        harness.Http.When(HttpMethod.Post, TokenUrl)
            .Respond("application/json", """{"access_token":"00Dxx0000001gER!AQ.x","instance_url":"http://na1.salesforce.com"}""");

        await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceException>().WithMessage("*TLS*");
    }

    private static byte[] Decode(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    private static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Limits() => Json("""{"DailyApiRequests":{"Max":15000,"Remaining":14998}}""");

    private static HttpResponseMessage Expired() => Json(OrgHarness.Error("INVALID_SESSION_ID", "Session expired or invalid"), HttpStatusCode.Unauthorized);

    private static void ExpectRefresh(OrgHarness harness, string refreshToken, string session, string? next) => harness.Http
        .Expect(HttpMethod.Post, TokenUrl)
        .WithFormData(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = "key", ["refresh_token"] = refreshToken })
        .Respond("application/json", OrgHarness.TokenBody(session, next));
}
