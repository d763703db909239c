using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Tests.Salesforce;

public sealed class VersionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(new[] { "31.0", "66.0", "67.0", "68.0" }, "67.0")]
    [InlineData(new[] { "31.0", "58.0", "66.0" }, "66.0")]
    [InlineData(new[] { "66.0", "68.0", "100" }, "66.0")]
    [InlineData(new[] { "9.0", "41.0" }, "41.0")]
    public async Task Version_is_the_highest_offered_up_to_the_default(string[] offered, string expected)
    {
        using var harness = new OrgHarness();
        harness.AnswerSignIn();
        harness.AnswerVersions(offered);

        (await harness.Org.ConnectAsync(harness.Meter, Cancel)).ApiVersion.Should().Be(expected);
    }

    [Fact]
    public async Task Org_that_offers_only_what_is_too_old_is_refused()
    {
        using var harness = new OrgHarness();
        harness.AnswerSignIn();
        harness.AnswerVersions("20.0", "40.0");

        await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel))
            .Should().ThrowAsync<SalesforceException>().WithMessage("*20.0*40.0*41.0*");
    }

    [Theory]
    [InlineData(404, "application/json", """[{"errorCode":"NOT_FOUND","message":"no"}]""")]
    [InlineData(200, "text/html", "<html></html>")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", """{"versions":[]}""")]
    [InlineData(200, "application/json", "[]")]
    public async Task Org_that_does_not_tell_its_versions_gets_the_default(int status, string type, string body)
    {
        using var harness = new OrgHarness();
        harness.AnswerSignIn();
        harness.Http.When(OrgHarness.Login + "/services/data").Respond((HttpStatusCode)status, type, body);

        (await harness.Org.ConnectAsync(harness.Meter, Cancel)).ApiVersion.Should().Be("67.0");
    }

    [Fact]
    public async Task Version_that_is_set_is_spoken_without_asking()
    {
        using var harness = new OrgHarness(settings: new SalesforceOrgSettings
        {
            LoginUrl = new Uri(OrgHarness.Login),
            ApiVersion = "60.0",
            RequestTimeout = TimeSpan.FromHours(1),
            ReadIdleTimeout = TimeSpan.FromHours(1),
        });
        harness.AnswerSignIn();
        harness.Http.When(OrgHarness.Login + "/services/data/v60.0/limits").Respond("application/json", """{"DailyApiRequests":{"Max":5,"Remaining":4}}""");

        (await harness.Org.GetLimitsAsync(harness.Meter, Cancel)).Should().NotBeNull();
    }

    [Fact]
    public async Task Versions_are_asked_for_once_and_without_the_token()
    {
        using var harness = new OrgHarness();
        harness.AnswerSignIn();
        var tokens = new List<string?>();
        harness.Http.When(OrgHarness.Login + "/services/data").Respond(request =>
        {
            tokens.Add(request.Headers.Authorization?.Parameter);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(OrgHarness.VersionsBody("67.0")) };
            response.Headers.Date = HurriedTime.Begin;
            return response;
        });

        await harness.Org.ConnectAsync(harness.Meter, Cancel);
        await harness.Org.ConnectAsync(harness.Meter, Cancel);

        tokens.Should().ContainSingle().Which.Should().BeNull();
    }
}
