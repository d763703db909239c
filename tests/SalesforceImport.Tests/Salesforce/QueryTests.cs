using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using static SalesforceImport.Tests.Salesforce.Queries;

namespace SalesforceImport.Tests.Salesforce;

public sealed class QueryTests
{
    private static readonly string First = OrgHarness.Data + "/query?q=SELECT+Id%2C+LastName+FROM+Lead";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_reads_every_page_and_says_which_batch_is_the_last()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First)
            .WithHeaders("Authorization", "Bearer " + OrgHarness.Token)
            .WithHeaders("Sforce-Query-Options", "batchSize=2000")
            .Respond("application/json", Page(0, 3, 5, "/services/data/v67.0/query/0r8xx-3"));
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-3").Respond("application/json", Page(3, 2, 5, null));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads with { MaxBatchRows = 2 }, harness.Meter, Cancel));

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Enumerable.Range(0, 5).Select(Id));
        read.Rows.Select(row => row[1].AsText()).Should().Equal(Enumerable.Range(0, 5).Select(n => $"Name {n}"));
        read.Batches.Select(batch => (batch.Count, batch.IsLast, batch.RowsSoFar)).Should().Equal((2, false, 2), (2, false, 4), (1, true, 5));
        read.Batches[^1].TotalSize.Should().Be(5);
        harness.Meter.Charges.Should().Equal(ApiCallKind.Query, ApiCallKind.Query);
        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task Query_that_finds_nothing_gives_one_empty_last_batch()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", """{"totalSize":0,"done":true,"records":[]}""");

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Batches.Should().ContainSingle().Which.Should().Match<RecordBatch>(batch => batch.IsLast && batch.Count == 0 && batch.TotalSize == 0);
    }

    [Fact]
    public async Task Query_for_deleted_records_too_asks_queryAll()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(OrgHarness.Data + "/queryAll").Respond("application/json", Page(0, 1, 1, null));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads with { IncludeDeleted = true }, harness.Meter, Cancel));

        read.Ids.Should().Equal(Id(0));
    }

    [Theory]
    [InlineData("https://evil.example/services/data/v67.0/query/0r8-3")]
    [InlineData("//evil.example/query/0r8-3")]
    [InlineData("http://acme.my.salesforce.com/query/0r8-3")]
    public async Task Query_is_not_followed_to_another_host(string next)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", Page(0, 1, 2, next));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().Equal(Id(0));
        read.Failure.Should().BeOfType<SalesforceException>().Which.Message.Should().Contain("refused");
        harness.Meter.Charges.Should().HaveCount(1, "a request that is not sent costs nothing");
    }

    [Fact]
    public async Task Whole_records_come_before_the_refusal_of_the_next_page()
    {
        using var harness = new OrgHarness { Meter = new TestMeter(ceiling: 1) };
        harness.AnswerSignIn();
        harness.AnswerVersions();
        harness.Http.Expect(First).Respond("application/json", Page(0, 2, 4, "/services/data/v67.0/query/0r8xx-2"));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().Equal(Id(0), Id(1));
        read.Batches.Should().ContainSingle().Which.IsLast.Should().BeFalse();
        read.Failure.Should().BeOfType<CallRefusedException>();
    }

    [Fact]
    public async Task Lost_locator_interrupts_the_query_behind_its_whole_records()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", Page(0, 2, 4, "/services/data/v67.0/query/0r8xx-2"));
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-2")
            .Respond(HttpStatusCode.BadRequest, "application/json", OrgHarness.Error("INVALID_QUERY_LOCATOR", "invalid query locator"));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().Equal(Id(0), Id(1));
        read.Failure.Should().BeOfType<QueryInterruptedException>().Which.Reason.Should().Be(QueryInterruption.LocatorLost);
    }

    [Fact]
    public async Task Session_that_expires_between_pages_is_renewed_and_interrupts_the_query()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token")
            .Respond("application/json", OrgHarness.TokenBody());
        harness.Http.Expect(First).Respond("application/json", Page(0, 2, 4, "/services/data/v67.0/query/0r8xx-2"));
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-2")
            .Respond(HttpStatusCode.Unauthorized, "application/json", OrgHarness.Error("INVALID_SESSION_ID", "Session expired or invalid"));
        harness.Http.Expect(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token")
            .Respond("application/json", OrgHarness.TokenBody("00Dxx0000001gER!AQ.second_session"));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().Equal(Id(0), Id(1));
        read.Failure.Should().BeOfType<QueryInterruptedException>().Which.Reason.Should().Be(QueryInterruption.SessionChanged);
        harness.Http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task Page_that_fails_before_its_first_record_is_asked_for_again()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", Page(0, 2, 3, "/services/data/v67.0/query/0r8xx-2"));
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-2").Respond("application/json", """{"totalSize":3,"done":true,"records":[{"Id":"00Q""");
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-2").Respond("application/json", Page(2, 1, 3, null));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads with { MaxBatchRows = 2 }, harness.Meter, Cancel));

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Id(0), Id(1), Id(2));
        harness.Meter.Charges.Should().HaveCount(3, "every attempt is charged");
    }

    [Fact]
    public async Task Page_that_goes_on_without_saying_where_is_not_taken_for_the_last()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", """{"totalSize":2,"done":false,"records":[""" + Record(0) + "]}");

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Batches.Should().NotContain(batch => batch.IsLast);
        read.Failure.Should().BeOfType<QueryInterruptedException>();
    }

    [Fact]
    public async Task Page_that_goes_on_with_itself_is_not_read_for_ever()
    {
        using var harness = OrgHarness.SignedIn();
        const string Next = "/services/data/v67.0/query/0r8xx-1";
        harness.Http.Expect(First).Respond("application/json", Page(0, 1, 9, Next));
        harness.Http.When(OrgHarness.Login + Next).Respond("application/json", Page(1, 1, 9, Next));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Failure.Should().BeOfType<QueryInterruptedException>();
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Page_that_is_gone_interrupts_the_query()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", Page(0, 1, 2, "/services/data/v67.0/query/0r8xx-1"));
        harness.Http.Expect(OrgHarness.Data + "/query/0r8xx-1")
            .Respond(HttpStatusCode.NotFound, "application/json", OrgHarness.Error("NOT_FOUND", "The requested resource does not exist"));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Failure.Should().BeOfType<QueryInterruptedException>().Which.Reason.Should().Be(QueryInterruption.LocatorLost);
    }

    [Fact]
    public async Task Batch_ends_early_when_its_values_are_large()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond("application/json", Page(0, 10, 10, null));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads with { MaxBatchBytes = 150 }, harness.Meter, Cancel));

        read.Ids.Should().HaveCount(10);
        read.Batches.Select(batch => batch.Count).Should().OnlyContain(count => count == 3 || count == 1);
    }

    [Fact]
    public async Task Document_without_records_is_not_taken_for_an_empty_page()
    {
        using var harness = OrgHarness.SignedIn(new SalesforceOrgSettings { LoginUrl = new Uri(OrgHarness.Login), MaxRetryAttempts = 0, RequestTimeout = TimeSpan.FromHours(1), ReadIdleTimeout = TimeSpan.FromHours(1) });
        harness.Http.Expect(First).Respond("application/json", """{"totalSize":2,"done":true}""");

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Batches.Should().BeEmpty();
        read.Failure.Should().BeOfType<OrgUnavailableException>();
    }

    [Fact]
    public async Task Query_with_an_unknown_field_names_the_field_and_not_the_query()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.Expect(First).Respond(HttpStatusCode.BadRequest, "application/json", OrgHarness.Error(
            "INVALID_FIELD",
            "\\nselect Id from Lead where Email = 'ann@example.com'\\n ^\\nERROR at Row:1:Column:35\\nNo such column 'Region__c' on entity 'Lead'."));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        var failure = read.Failure.Should().BeOfType<SalesforceException>().Subject;
        failure.ErrorCode.Should().Be("INVALID_FIELD");
        failure.Message.Should().Contain("'Region__c'").And.Contain("Lead").And.NotContain("ann@example.com");
    }

    [Fact]
    public async Task Query_longer_than_an_address_is_refused_before_it_costs_a_call()
    {
        using var harness = OrgHarness.SignedIn();
        string soql = $"SELECT Id FROM Lead WHERE Id IN ({string.Join(',', Enumerable.Range(0, 900).Select(n => $"'{Id(n)}'"))})";

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads with { Soql = soql }, harness.Meter, Cancel));

        read.Failure.Should().BeOfType<QueryTooLongException>().Which.Message.Should().Contain("fewer ids");
        harness.Meter.Charges.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelled_query_stops_between_batches()
    {
        using var harness = OrgHarness.SignedIn();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        harness.Http.Expect(First).Respond("application/json", Page(0, 10, 10, null));
        var seen = new List<int>();

        var reading = async () =>
        {
            await foreach (var batch in harness.Org.QueryAsync(Leads with { MaxBatchRows = 2 }, harness.Meter, cancel.Token))
            {
                seen.Add(batch.Count);
                await cancel.CancelAsync();
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Equal(2);
    }
}
