using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

public sealed class SignInErrorTests
{
    private const string TokenUrl = OrgHarness.Login + "/services/oauth2/token";
    private const string Maintenance = "<html>\n<body>\n<center><table><tr><td><span>We are down for maintenance.</span></td></tr></table></center></body></html>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("invalid_grant", "request not supported on this domain", "My Domain URL")]
    [InlineData("invalid_grant", "no client credentials user enabled", "run-as user")]
    [InlineData("invalid_grant", "expired access/refresh token", "authorise the app again")]
    [InlineData("invalid_grant", "authentication failure - Invalid Password", "security token")]
    [InlineData("invalid_grant", "user hasn't approved this consumer", "pre-authorized")]
    [InlineData("invalid_client_id", "client identifier invalid", "consumer key")]
    [InlineData("invalid_client", "invalid client credentials", "client secret")]
    [InlineData("inactive_user", "user is inactive", "not active")]
    [InlineData("something_new", "never heard of", "LoginUrl")]
    public async Task Refused_sign_in_says_what_to_do_and_is_not_repeated(string error, string description, string advice)
    {
        using var harness = new OrgHarness(SalesforceCredentials.ClientCredentials("THE_KEY", "THE_SECRET"));
        int asked = 0;
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ =>
        {
            asked++;
            return new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent($$"""{"error":"{{error}}","error_description":"{{description}}"}"""),
            };
        });

        var failure = await FailureAsync(harness);

        failure.ErrorCode.Should().Be(error);
        failure.HttpStatus.Should().Be(HttpStatusCode.BadRequest);
        failure.Message.Should().Contain(advice).And.Contain(description);
        failure.IsTransient.Should().BeFalse();
        failure.ToString().Should().NotContain("THE_SECRET");
        asked.Should().Be(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Page_at_the_token_endpoint_is_maintenance_and_not_bad_credentials(HttpStatusCode status)
    {
        using var harness = new OrgHarness();
        harness.AnswerVersions();
        harness.Http.Expect(HttpMethod.Post, TokenUrl).Respond(status, "text/html", Maintenance);
        harness.Http.Expect(HttpMethod.Post, TokenUrl).Respond("application/json", OrgHarness.TokenBody());

        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task Page_that_stays_at_the_token_endpoint_is_quoted_by_its_first_line()
    {
        using var harness = new OrgHarness();
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(HttpStatusCode.ServiceUnavailable, "text/html", Maintenance);

        var failure = await FailureAsync(harness);

        failure.Message.Should().Contain("We are down for maintenance.").And.Contain("LoginUrl");
        failure.IsTransient.Should().BeTrue();
        harness.Time.Waits.Should().HaveCount(4);
    }

    [Fact]
    public async Task Sign_in_that_redirects_does_not_take_the_secret_along()
    {
        using var harness = new OrgHarness();
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.Found);
            response.Headers.Location = new Uri("https://other.my.salesforce.com/services/oauth2/token");
            return response;
        });

        (await FailureAsync(harness)).Message.Should().Contain("other.my.salesforce.com").And.Contain("LoginUrl");
    }

    [Fact]
    public async Task Unknown_host_is_named_with_the_setting_and_tried_only_once_more()
    {
        using var harness = new OrgHarness();
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError));

        (await FailureAsync(harness)).Message.Should().Contain("'acme.my.salesforce.com'").And.Contain("LoginUrl");
        harness.Time.Waits.Should().HaveCount(1);
    }

    [Fact]
    public async Task Certificate_that_is_not_trusted_is_not_tried_again()
    {
        using var harness = new OrgHarness();
        harness.Http.When(HttpMethod.Post, TokenUrl).Respond(_ => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError,
            "The SSL connection could not be established, see inner exception.",
            new System.Security.Authentication.AuthenticationException("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot")));

        (await FailureAsync(harness)).Message.Should().Contain("UntrustedRoot").And.Contain("certificate");
        harness.Time.Waits.Should().BeEmpty();
    }

    private static async Task<SalesforceSignInException> FailureAsync(OrgHarness harness) =>
        (await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceSignInException>()).Which;
}
