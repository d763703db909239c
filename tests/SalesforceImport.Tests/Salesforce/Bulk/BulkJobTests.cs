using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;
using static SalesforceImport.Tests.Salesforce.Bulk.BulkScript;

namespace SalesforceImport.Tests.Salesforce.Bulk;

public sealed class BulkJobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_created_with_its_query_and_told_by_its_id()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, Jobs)
            .WithContent("""{"operation":"query","query":"SELECT Id, LastName FROM Lead","contentType":"CSV","columnDelimiter":"COMMA","lineEnding":"LF"}""")
            .WithHeaders("Content-Type", "application/json; charset=utf-8")
            .Respond("application/json", Created());

        var start = await harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel);

        start.Should().Be(Start);
        harness.Meter.Charges.Should().Equal(ApiCallKind.Bulk);
    }

    [Fact]
    public async Task A_job_for_deleted_records_too_is_a_queryAll()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, Jobs).WithPartialContent("\"operation\":\"queryAll\"").Respond("application/json", Created());

        await harness.Org.Bulk.StartAsync(Queries.Leads with { IncludeDeleted = true }, harness.Meter, Cancel);

        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("LIMIT_EXCEEDED", "Max bulk v2 query jobs (10000) per 24 hrs has been reached")]
    [InlineData("INVALIDENTITY", "Entity 'Lead' is not supported by the Bulk API.")]
    [InlineData("API_ERROR", "Selecting compound data not supported in Bulk Query")]
    public async Task What_only_bulk_refuses_is_told_from_what_nothing_would_take(string code, string message)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, Jobs).Respond(HttpStatusCode.BadRequest, "application/json", OrgHarness.Error(code, message));

        var start = () => harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel);

        (await start.Should().ThrowAsync<BulkJobException>()).Which.Should().Match<BulkJobException>(
            failure => failure.Problem == BulkProblem.Refused && failure.ErrorCode == code && failure.Message.Contains(message));
    }

    [Fact]
    public async Task A_field_that_is_not_there_fails_as_it_would_anywhere()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, Jobs).Respond(HttpStatusCode.BadRequest, "application/json", OrgHarness.Error("INVALID_FIELD", "No such column"));

        var start = () => harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel);

        (await start.Should().ThrowAsync<SalesforceException>()).Which.Should().NotBeOfType<BulkJobException>();
    }

    [Fact]
    public async Task An_expired_session_is_renewed_and_the_creation_sent_again()
    {
        using var harness = new OrgHarness();
        harness.AnswerVersions();
        harness.Http.Expect(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token").Respond("application/json", OrgHarness.TokenBody());
        harness.Http.Expect(HttpMethod.Post, Jobs)
            .Respond(HttpStatusCode.Unauthorized, "application/json", OrgHarness.Error("INVALID_SESSION_ID", "Session expired or invalid"));
        harness.Http.Expect(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token").Respond("application/json", OrgHarness.TokenBody("00Dxx0000001gER!second"));
        harness.Http.Expect(HttpMethod.Post, Jobs).WithPartialContent("SELECT Id").Respond("application/json", Created());

        (await harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel)).Job.Should().Be(Job);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_makes_another_job_only_where_the_org_shows_none(bool unavailable)
    {
        using var harness = OrgHarness.SignedIn();
        Lose(harness.Http.Expect(HttpMethod.Post, Jobs), unavailable);
        harness.Http.Expect(HttpMethod.Get, Jobs).Respond("application/json", List(
            Created("750R000000000OLDAA").Replace("2026-11-23T12:00:00", "2026-11-23T11:00:00", StringComparison.Ordinal),
            Created("750R000000000OTHAA").Replace("Lead", "Contact", StringComparison.Ordinal)));
        harness.Http.Expect(HttpMethod.Post, Jobs).Respond("application/json", Created());

        (await harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel)).Job.Should().Be(Job);

        harness.Meter.Charges.Should().HaveCount(3, "every attempt is charged");
        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_job_where_the_org_shows_one_that_may_be_ours()
    {
        using var harness = OrgHarness.SignedIn();
        Lose(harness.Http.Expect(HttpMethod.Post, Jobs), unavailable: false);
        harness.Http.Expect(HttpMethod.Get, Jobs).Respond("application/json", List(Created("750R000000000NEWAA")));

        var start = () => harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel);

        (await start.Should().ThrowAsync<BulkJobException>()).Which.Should().Match<BulkJobException>(
            failure => failure.Problem == BulkProblem.Uncertain && failure.Message.Contains("750R000000000NEWAA"));
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_job_of_our_own_that_is_known_does_not_pass_for_the_lost_one()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, Jobs).Respond("application/json", Created("750R0000000001STAA"));
        Lose(harness.Http.Expect(HttpMethod.Post, Jobs), unavailable: false);
        harness.Http.Expect(HttpMethod.Get, Jobs).Respond("application/json", List(Created("750R0000000001STAA")));
        harness.Http.Expect(HttpMethod.Post, Jobs).Respond("application/json", Created());

        await harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel);

        (await harness.Org.Bulk.StartAsync(Queries.Leads, harness.Meter, Cancel)).Job.Should().Be(Job);
    }

    [Fact]
    public async Task A_job_is_asked_after_ever_more_rarely_until_it_is_complete()
    {
        using var harness = OrgHarness.SignedIn();
        harness.ExpectState(Is("UploadComplete"));
        harness.ExpectState(Is("InProgress"));
        harness.ExpectState(Is("JobComplete", 0));

        var read = await harness.ReadAsync();

        read.Failure.Should().BeNull();
        read.Batches.Should().ContainSingle().Which.Should().Match<RecordBatch>(batch => batch.IsLast && batch.Count == 0 && batch.TotalSize == 0);
        harness.Time.Waits.Should().Equal(BulkPolling.Delay(0), BulkPolling.Delay(1), BulkPolling.Delay(2));
        harness.Time.Waits.Should().BeInAscendingOrder();
        harness.Meter.Charges.Should().Equal(ApiCallKind.Bulk, ApiCallKind.Bulk, ApiCallKind.Bulk);
    }

    [Fact]
    public async Task A_job_that_outlasts_the_polls_is_left_running()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(HttpMethod.Get, Jobs + "/" + Job).Respond("application/json", Is("InProgress"));

        var read = await harness.ReadAsync();

        read.Problem.Should().Be(BulkProblem.StillRunning);
        read.Failure!.Message.Should().Contain(Job);
        harness.Meter.Charges.Should().HaveCount(BulkReading.MostPolls);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Aborted")]
    public async Task A_job_that_ended_without_results_says_why(string state)
    {
        using var harness = OrgHarness.SignedIn();
        harness.ExpectState(Is(state, error: state == "Failed" ? "InternalServerError : retried more than 15 times" : null));

        var read = await harness.ReadAsync();

        read.Problem.Should().Be(state == "Failed" ? BulkProblem.Failed : BulkProblem.Aborted);
        read.Failure!.Message.Should().Contain(state == "Failed" ? "retried more than 15 times" : "aborted");
    }

    [Fact]
    public async Task A_job_that_the_org_does_not_know_is_lost()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(Jobs + "/" + Job).Respond(HttpStatusCode.NotFound, "application/json", OrgHarness.Error("NOT_FOUND", "The requested resource does not exist"));

        (await harness.ReadAsync()).Problem.Should().Be(BulkProblem.Lost);
    }

    [Fact]
    public async Task A_job_that_is_done_is_deleted_and_one_that_may_run_is_stopped_first()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Delete, Jobs + "/" + Job).Respond(HttpStatusCode.NoContent);
        harness.Http.Expect(HttpMethod.Patch, Jobs + "/" + Job).WithContent("""{"state":"Aborted"}""")
            .Respond("application/json", $$"""{"id":"{{Job}}","state":"Aborted"}""");
        harness.Http.Expect(HttpMethod.Delete, Jobs + "/" + Job).Respond(HttpStatusCode.NoContent);

        await harness.Org.Bulk.DiscardAsync(Start, mayRun: false, harness.Meter, Cancel);
        await harness.Org.Bulk.DiscardAsync(Start, mayRun: true, harness.Meter, Cancel);

        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_job_that_cannot_be_deleted_is_left_to_the_org()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Delete, Jobs + "/" + Job).Respond(
            HttpStatusCode.BadRequest, "application/json", OrgHarness.Error("API_ERROR", "Error encountered when deleting the job because the job is not terminated"));

        await harness.Org.Bulk.DiscardAsync(Start, mayRun: false, harness.Meter, Cancel);

        harness.Http.VerifyNoOutstandingExpectation();
    }

    private static void Lose(MockedRequest creation, bool unavailable)
    {
        if (unavailable)
        {
            creation.Respond(HttpStatusCode.ServiceUnavailable, "text/html", "<html>down for maintenance</html>");
        }
        else
        {
            creation.Respond(_ => throw new HttpRequestException("The connection broke."));
        }
    }
}
