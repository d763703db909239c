using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;
using static SalesforceImport.Tests.Salesforce.Bulk.BulkScript;

namespace SalesforceImport.Tests.Salesforce.Bulk;

public sealed class BulkResultTests
{
    private static readonly QueryRequest TwoByTwo = Queries.Leads with { MaxBatchRows = 2 };

    [Fact]
    public async Task Pages_are_read_by_their_locators_and_every_batch_says_where_to_go_on()
    {
        using var harness = Complete(5);
        harness.ExpectPage("maxRecords=3", Csv(0, 3), 3, "MTAw");
        harness.ExpectPage("locator=MTAw&maxRecords=3", Csv(3, 2), 2, "null");

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 3, PagesAtOnce = 1 }, query: TwoByTwo);

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Enumerable.Range(0, 5).Select(Queries.Id));
        read.Rows.Select(row => row[1].AsText()).Should().Equal(Enumerable.Range(0, 5).Select(n => $"Name {n}"));
        read.Batches.Select(batch => (batch.Count, batch.IsLast)).Should().Equal((2, false), (1, false), (2, true));
        read.Batches[^1].TotalSize.Should().Be(5);
        read.Positions.Select(position => (position.Rows, position.RowsOfPage)).Should().Equal((2, 2), (3, 0), (5, 0));
        read.Positions[0].Should().Match<BulkPosition>(position => position.Page!.EndsWith("/results?maxRecords=3") && position.Last == SalesforceId.Parse(Queries.Id(1)));
        read.Positions[1].Page.Should().EndWith("/results?locator=MTAw&maxRecords=3");
        read.Positions[2].Page.Should().BeNull();
    }

    [Fact]
    public async Task A_batch_that_fills_up_with_its_page_ends_the_page()
    {
        using var harness = Complete(4);
        harness.ExpectPage("maxRecords=2", Csv(0, 2), 2, "Mg");
        harness.ExpectPage("locator=Mg&maxRecords=2", Csv(2, 2), 2, "null");

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 2, PagesAtOnce = 1 }, query: TwoByTwo);

        read.Batches.Select(batch => (batch.Count, batch.IsLast)).Should().Equal((2, false), (2, true));
        read.Positions.Select(position => position.RowsOfPage).Should().Equal(0, 0);
    }

    [Fact]
    public async Task Reading_goes_on_in_the_middle_of_a_page_and_asks_for_no_page_before_it()
    {
        using var harness = OrgHarness.SignedIn();
        harness.ExpectState(Is("JobComplete", 7));
        harness.ExpectPage("locator=MTAw&maxRecords=3", Csv(3, 3), 3, "MjAw");
        harness.ExpectPage("locator=MjAw&maxRecords=3", Csv(6, 1), 1, "null");
        var middle = Start with
        {
            Page = $"/services/data/v67.0/jobs/query/{Job}/results?locator=MTAw&maxRecords=3",
            RowsOfPage = 2,
            Rows = 5,
            Last = SalesforceId.Parse(Queries.Id(4)),
        };

        var read = await harness.ReadAsync(middle, new() { MaxRecords = 3, PagesAtOnce = 1 });

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Queries.Id(5), Queries.Id(6));
        read.Positions[^1].Rows.Should().Be(7);
        harness.Time.Waits.Should().BeEmpty("a job that was read from needs no waiting for");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, 1)]
    public async Task Results_that_are_not_what_they_were_are_not_gone_on_with(int from, int count)
    {
        using var harness = OrgHarness.SignedIn();
        harness.ExpectState(Is("JobComplete", 7));
        harness.ExpectPage("maxRecords=3", Csv(from, count), count, "null");
        var middle = Start with { Page = $"/services/data/v67.0/jobs/query/{Job}/results?maxRecords=3", RowsOfPage = 2, Rows = 2, Last = SalesforceId.Parse(Queries.Id(1)) };

        var read = await harness.ReadAsync(middle, new() { MaxRecords = 3, PagesAtOnce = 1 });

        read.Problem.Should().Be(BulkProblem.Lost);
        read.Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_with_fewer_rows_than_its_header_says_is_asked_for_again_and_only_the_rest_is_taken()
    {
        using var harness = Complete(3);
        harness.ExpectPage("maxRecords=100000", Csv(0, 2), 3, "null");
        harness.ExpectPage("maxRecords=100000", Csv(0, 3), 3, "null");

        var read = await harness.ReadAsync();

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Enumerable.Range(0, 3).Select(Queries.Id));
    }

    [Fact]
    public async Task A_page_that_stays_short_fails_with_both_numbers()
    {
        using var harness = Complete(3);
        harness.Http.When(HttpMethod.Get, Results).Respond(_ => Page(new StringContent(Csv(0, 2)), 3, "null"));

        var read = await harness.ReadAsync();

        read.Failure.Should().BeOfType<OrgUnavailableException>().Which.Message.Should().Contain("should have 3 rows, and has 2");
        read.Batches.Should().NotContain(batch => batch.IsLast);
    }

    [Fact]
    public async Task Pages_that_add_up_to_less_than_the_job_has_are_not_the_whole()
    {
        using var harness = Complete(5);
        harness.ExpectPage("maxRecords=100000", Csv(0, 3), 3, "null");

        var read = await harness.ReadAsync();

        read.Problem.Should().Be(BulkProblem.Incomplete);
        read.Failure!.Message.Should().Contain("5").And.Contain("3");
        read.Batches.Should().NotContain(batch => batch.IsLast);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData(HttpStatusCode.Conflict, "API_VERSION_MISMATCH")]
    public async Task Results_that_are_gone_or_of_another_version_are_lost(HttpStatusCode status, string code)
    {
        using var harness = Complete(5);
        harness.Http.Expect(Results).Respond(status, "application/json", OrgHarness.Error(code, "No."));

        (await harness.ReadAsync()).Problem.Should().Be(BulkProblem.Lost);
    }

    [Fact]
    public async Task Results_without_a_column_that_was_asked_for_are_refused()
    {
        using var harness = Complete(1);
        harness.ExpectPage("maxRecords=100000", $"\"Id\"\n\"{Queries.Id(0)}\"\n", 1, "null");

        var read = await harness.ReadAsync();

        read.Problem.Should().Be(BulkProblem.Refused);
        read.Failure!.Message.Should().Contain("LastName");
    }

    [Fact]
    public async Task Several_pages_are_asked_for_at_once_and_come_in_order_all_the_same()
    {
        using var harness = Complete(6);
        using var firstMayEnd = new SemaphoreSlim(0);
        harness.Http.Expect(Results).WithExactQueryString("maxRecords=2")
            .Respond(_ => Page(new StreamContent(new HeldStream(Csv(0, 2), firstMayEnd)), 2, "Mg"));
        harness.Http.Expect(Results).WithExactQueryString("locator=Mg&maxRecords=2").Respond(_ => Page(new StringContent(Csv(2, 2)), 2, "NA"));
        harness.Http.Expect(Results).WithExactQueryString("locator=NA&maxRecords=2").Respond(_ =>
        {
            firstMayEnd.Release();
            return Page(new StringContent(Csv(4, 2)), 2, "null");
        });

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 2, PagesAtOnce = 3 });

        read.Failure.Should().BeNull("the first page ends only once the third was asked for");
        read.Ids.Should().Equal(Enumerable.Range(0, 6).Select(Queries.Id));
    }

    [Fact]
    public async Task The_list_of_pages_is_followed_to_its_end_by_either_spelling()
    {
        using var harness = Complete(6);
        harness.Http.Expect(Jobs + $"/{Job}/resultPages").Respond("application/json", Pages("nextRecordUrl", done: false, "aBc", "dEf"));
        harness.Http.Expect(Jobs + $"/{Job}/resultpages").WithExactQueryString("locator=more").Respond("application/json", Pages("nextRecordsUrl", done: true, "gHi"));
        foreach (var (locator, from) in new[] { ("aBc", 0), ("dEf", 2), ("gHi", 4) })
        {
            harness.Http.When(Results).WithExactQueryString("locator=" + locator).Respond(_ => Page(new StringContent(Csv(from, 2)), 2, "ignored"));
        }

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 2, ListPages = true });

        read.Failure.Should().BeNull();
        read.Ids.Should().Equal(Enumerable.Range(0, 6).Select(Queries.Id));
        read.Positions.Select(position => position.Page?.Split('=')[^1]).Should().Equal("dEf", "gHi", null);
        harness.Meter.Charges.Should().HaveCount(6, "one poll, two lists, three pages");
    }

    [Fact]
    public async Task A_job_of_one_page_needs_no_list_of_pages()
    {
        using var harness = Complete(2);
        harness.ExpectPage("maxRecords=2", Csv(0, 2), 2, "null");

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 2, ListPages = true });

        read.Ids.Should().HaveCount(2);
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Out_of_calls_what_was_read_before_is_handed_out_first()
    {
        using var harness = new OrgHarness { Meter = new TestMeter(ceiling: 2) };
        harness.AnswerSignIn();
        harness.AnswerVersions();
        harness.ExpectState(Is("JobComplete", 4));
        harness.ExpectPage("maxRecords=2", Csv(0, 2), 2, "Mg");

        var read = await harness.ReadAsync(reading: new() { MaxRecords = 2, PagesAtOnce = 2 }, query: TwoByTwo);

        read.Ids.Should().Equal(Queries.Id(0), Queries.Id(1));
        read.Failure.Should().BeOfType<SalesforceImport.Budgeting.CallRefusedException>();
        read.Positions[^1].Page.Should().EndWith("locator=Mg&maxRecords=2");
    }

    private static OrgHarness Complete(long records)
    {
        var harness = OrgHarness.SignedIn();
        harness.ExpectState(Is("JobComplete", records));
        return harness;
    }

    private static string Pages(string next, bool done, params string[] locators) =>
        $$"""{"resultPages":[{{string.Join(',', locators.Select(locator => $"{{\"resultUrl\":\"/services/data/v67.0/jobs/query/{Job}/results?locator={locator}\"}}"))}}],"{{next}}":"/services/data/v67.0/jobs/query/{{Job}}/resultpages?locator=more","done":{{(done ? "true" : "false")}}}""";
}
