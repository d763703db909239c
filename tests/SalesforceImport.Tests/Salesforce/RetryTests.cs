using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class RetryTests
{
    private const string Json = "application/json";
    private const string Limits = """{"DailyApiRequests":{"Max":15000,"Remaining":14998}}""";
    private static readonly string Url = OrgHarness.Data + "/limits";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> Passing => new()
    {
        { 500, Json, """[{"message":"An unexpected error occurred","errorCode":"UNKNOWN_EXCEPTION"}]""" },
        { 502, "text/html", "<h1>Bad Gateway</h1>" },
        { 503, Json, """[{"message":"Server too busy","errorCode":"SERVER_UNAVAILABLE"}]""" },
        { 503, "text/html", "<html><body>We are down for maintenance.</body></html>" },
        { 200, "text/html", "<html><body>We are down for maintenance.</body></html>" },
        { 200, Json, "<html><body>We are down for maintenance.</body></html>" },
        { 200, Json, "" },
        { 200, Json, "{\"DailyApi" },
        { 406, Json, "" },
        { 420, "text/html", "We are setting things up." },
        { 429, Json, "" },
        { 403, Json, """[{"message":"ConcurrentPerOrgLongTxn Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""" },
        { 403, Json, """[{"message":"ConcurrentRequests (Concurrent API Requests) Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""" },
        { 403, Json, """[{"message":"policies took too long","errorCode":"TXN_SECURITY_METERING_ERROR"}]""" },
    };

    public static TheoryData<int, string, string> Final => new()
    {
        { 403, """[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""", "used up" },
        { 403, """[{"message":"The REST API is not enabled for this Organization.","errorCode":"API_DISABLED_FOR_ORG"}]""", "API Enabled" },
        { 403, """[{"message":"API is currently disabled","errorCode":"API_CURRENTLY_DISABLED"}]""", "API Enabled" },
        { 400, """[{"message":"unexpected token: FORM","errorCode":"MALFORMED_QUERY"}]""", "unexpected token: FORM" },
        { 400, """[{"message":"Your query request was running for too long","errorCode":"QUERY_TIMEOUT"}]""", "too long" },
        { 410, """[{"message":"The requested resource is no longer available","errorCode":"UNSUPPORTED_API_VERSION"}]""", "ApiVersion" },
        { 431, "", "16,384" },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Passing_trouble_is_waited_out_and_every_attempt_charged(int status, string type, string body)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(Url).Respond((HttpStatusCode)status, type, body);
        harness.Http.Expect(Url).Respond(Json, Limits);

        (await harness.Org.GetLimitsAsync(harness.Meter, Cancel)).Should().NotBeNull();

        harness.Meter.Charges.Should().HaveCount(2);
        harness.Time.Waits.Should().HaveCount(1);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task Final_answer_is_not_asked_for_again(int status, string body, string advice)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(Url).Respond((HttpStatusCode)status, Json, body);

        var failure = (await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceException>()).Which;

        failure.Message.Should().Contain(advice);
        failure.HttpStatus.Should().Be((HttpStatusCode)status);
        harness.Meter.Charges.Should().HaveCount(1);
    }

    [Fact]
    public async Task Daily_limit_query_timeout_and_unknown_object_have_types_of_their_own()
    {
        (await FailureAsync(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")).Should().BeOfType<OrgCallLimitException>();
        (await FailureAsync(400, "QUERY_TIMEOUT", "running for too long")).Should().BeOfType<QueryTimeoutException>();
        (await FailureAsync(400, "INVALID_TYPE", "sObject type 'X' is not supported.")).Should().BeOfType<SObjectNotFoundException>();
    }

    [Fact]
    public async Task Trouble_that_stays_ends_after_the_last_attempt_with_the_bodys_first_line()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(Url).Respond(HttpStatusCode.ServiceUnavailable, "text/html", "<html><head><title>No</title></head>\n<body>We are down for maintenance.<br>Sorry.</body></html>");

        var failure = (await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel)).Should().ThrowAsync<OrgUnavailableException>()).Which;

        failure.Message.Should().Contain("'We are down for maintenance.'").And.NotContain("Sorry");
        harness.Meter.Charges.Should().HaveCount(5);
    }

    [Fact]
    public async Task Org_without_a_route_is_tried_twice_more_and_no_oftener()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(Url).Respond((HttpStatusCode)420, "text/html", "We are setting things up.");

        await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel)).Should().ThrowAsync<OrgUnavailableException>();

        harness.Meter.Charges.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("86400", 120)]
    [InlineData("Mon, 23 Nov 2026 12:00:09 GMT", 9)]
    public async Task Wait_that_the_org_asks_for_is_kept_within_bounds(string retryAfter, int seconds)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(Url).Respond(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });
        harness.Http.Expect(Url).Respond(Json, Limits);

        await harness.Org.GetLimitsAsync(harness.Meter, Cancel);

        harness.Time.Waits.Should().Equal(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(0, 1.0, 1)]
    [InlineData(1, 1.0, 2)]
    [InlineData(2, 0.0, 2)]
    [InlineData(10, 1.0, 30)]
    public void Waits_double_with_jitter_up_to_a_bound(int attempt, double random, int seconds) =>
        RetryPipeline.Delay(OrgHarness.Settings(), attempt, RetryAdvice.Retry, random).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task Cancelling_ends_a_wait_between_attempts()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var harness = new OrgHarness(settings: new SalesforceOrgSettings
        {
            LoginUrl = new Uri(OrgHarness.Login),
            RequestTimeout = TimeSpan.FromHours(1),
            ReadIdleTimeout = TimeSpan.FromHours(1),
            RetryDelay = TimeSpan.FromHours(1),
            MaxRetryDelay = TimeSpan.FromHours(1),
        });
        harness.AnswerSignIn();
        harness.AnswerVersions();
        harness.Http.When(Url).Respond(_ =>
        {
            cancel.CancelAfter(TimeSpan.FromMilliseconds(20));
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });

        await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, cancel.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Messages_never_hold_tokens()
    {
        var failure = await FailureAsync(400, "API_ERROR", "bad header Bearer 00Dxx0000001gER!AQ.first_session here");

        failure.ToString().Should().NotContain("first_session");
    }

    private static async Task<SalesforceException> FailureAsync(int status, string code, string message)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/query").Respond((HttpStatusCode)status, Json, OrgHarness.Error(code, message));
        return (await harness.Org.Invoking(org => org.AggregateAsync("SELECT COUNT() FROM X", includeDeleted: false, harness.Meter, Cancel))
            .Should().ThrowAsync<SalesforceException>()).Which;
    }
}
