using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Bulk;

public sealed class QueryJobTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_new_job_is_shown_without_its_statement()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.PostForJsonAsync(
            BulkClient.JobsPath,
            new { operation = "query", query = "SELECT Id FROM contact", contentType = "CSV", columnDelimiter = "TAB", lineEnding = "CRLF" });

        job.RequiredString("id").Should().MatchRegex("^750[0-9A-Za-z]{15}$");
        job["id"] = "…";
        job.ToJsonString().Should().Be(
            $$"""{"id":"\u2026","operation":"query","object":"Contact","createdById":"{{emulator.Org.UserId}}","createdDate":"2026-07-01T12:00:00.000\u002B0000","systemModstamp":"2026-07-01T12:00:00.000\u002B0000","state":"UploadComplete","concurrencyMode":"Parallel","contentType":"CSV","apiVersion":67.0,"lineEnding":"CRLF","columnDelimiter":"TAB"}""");
    }

    [Fact]
    public async Task A_job_goes_through_its_states_as_time_passes()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions
        {
            TimeProvider = _time,
            Contacts = 77,
            Bulk = { QueueTime = TimeSpan.FromSeconds(2), ProcessingTime = TimeSpan.FromSeconds(5) },
        });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        (await client.StateAsync(job)).Should().Be("UploadComplete");
        _time.Advance(TimeSpan.FromSeconds(2));
        var started = await client.GetJsonAsync(job);
        (started.RequiredString("state"), (int)started["numberRecordsProcessed"]!).Should().Be(("InProgress", 0));
        (await client.ErrorAsync(job + "/results")).Code.Should().Be("INVALIDJOBSTATE");
        _time.Advance(TimeSpan.FromSeconds(5));

        var done = await client.GetJsonAsync(job);
        done.Keys().Should().Equal(
            "id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "concurrencyMode", "contentType", "apiVersion",
            "jobType", "lineEnding", "columnDelimiter", "numberRecordsProcessed", "retries", "totalProcessingTime", "isPkChunkingSupported");
        done.RequiredString("state").Should().Be("JobComplete");
        done.RequiredString("systemModstamp").Should().Be("2026-07-01T12:00:07.000+0000");
        ((int)done["numberRecordsProcessed"]!, (int)done["totalProcessingTime"]!).Should().Be((77, 5000));
    }

    [Fact]
    public async Task A_job_that_is_aborted_has_no_result()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, Bulk = { ProcessingTime = TimeSpan.FromSeconds(5) } });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        using (var aborted = await client.PatchJobAsync(job, "Aborted"))
        {
            var answer = System.Text.Json.Nodes.JsonNode.Parse(await aborted.BodyAsync())!;
            answer.RequiredString("state").Should().Be("Aborted");
            answer.Keys().Should().NotContain(["lineEnding", "columnDelimiter", "jobType"]);
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        (await client.StateAsync(job)).Should().Be("Aborted");
        (await client.ErrorAsync(job + "/results")).Should().Match<(int Status, string Code, string Message)>(error => error.Status == 400 && error.Code == "INVALIDJOBSTATE");
    }

    [Theory]
    [InlineData("Aborted")]
    [InlineData("UploadComplete")]
    public async Task A_complete_job_cannot_be_set_to_another_state(string state)
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        using var refused = await client.PatchJobAsync(job, state);
        (await OrgClient.ErrorAsync(refused)).Code.Should().Be("INVALIDJOBSTATE");
        (await client.StateAsync(job)).Should().Be("JobComplete");
    }

    [Fact]
    public async Task Only_a_job_that_has_ended_can_be_deleted()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, Bulk = { ProcessingTime = TimeSpan.FromSeconds(5) } });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        using (var early = await client.DeleteJobAsync(job))
        {
            (await OrgClient.ErrorAsync(early)).Should().Be((400, "API_ERROR", "Error encountered when deleting the job because the job is not terminated"));
        }

        _time.Advance(TimeSpan.FromSeconds(5));
        using (var deleted = await client.DeleteJobAsync(job))
        {
            deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        (await client.ErrorAsync(job)).Should().Be((404, "NOT_FOUND", "The requested resource does not exist"));
        (await client.ErrorAsync(job + "/results")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_job_is_kept_for_seven_days_after_its_end()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, SessionTimeout = TimeSpan.FromDays(30) });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await client.ResultAsync(job)).Count.Should().Be(3400);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await client.ErrorAsync(job + "/results")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Jobs_are_listed_without_counters_and_can_be_filtered()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var first = await client.StartJobAsync("SELECT Id FROM Contact");
        var second = await client.StartJobAsync("SELECT Id FROM Lead", "queryAll");
        var list = await client.GetJsonAsync(BulkClient.JobsPath + "?jobType=V2Query&isPkChunkingEnabled=false");
        list.Keys().Should().Equal("done", "records", "nextRecordsUrl");
        ((bool)list["done"]!, (string?)list["nextRecordsUrl"]).Should().Be((true, null));
        list["records"]!.AsArray().Select(job => $"{BulkClient.JobsPath}/{job!.RequiredString("id")}").Should().Equal(first, second);
        list["records"]![1]!.Keys().Should().Contain("jobType").And.NotContain("numberRecordsProcessed");
        (await client.GetJsonAsync(BulkClient.JobsPath + "?jobType=V2Ingest"))["records"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_list_of_jobs_has_pages()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 1 });
        using var client = await OrgClient.SignInAsync(emulator);
        for (var i = 0; i < 1001; i++)
        {
            await client.StartJobAsync("SELECT Id FROM Contact");
        }

        var first = await client.GetJsonAsync(BulkClient.JobsPath);
        ((bool)first["done"]!, first["records"]!.AsArray().Count).Should().Be((false, 1000));
        var second = await client.GetJsonAsync(first.RequiredString("nextRecordsUrl"));
        ((bool)second["done"]!, second["records"]!.AsArray().Count).Should().Be((true, 1));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_jobs()
    {
        await using var one = await Orgs.StartAsync();
        await using var other = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(one);
        using var otherClient = await OrgClient.SignInAsync(other);
        var job = await client.StartJobAsync("SELECT Id, Name FROM Contact");
        (await otherClient.StartJobAsync("SELECT Id, Name FROM Contact")).Should().Be(job);
        (await client.ResultAsync(job)).Should().Be(await otherClient.ResultAsync(job));
    }

    [Fact]
    public async Task A_job_reads_the_org_as_it_stood_when_the_job_was_made()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 10 });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        emulator.Org.Delete(emulator.Org.IdAt("Contact", 3));
        (await client.ResultAsync(job)).Count.Should().Be(10);
        (await client.RunJobAsync("SELECT Id FROM Contact")).Split('\n').Length.Should().Be(11);
        (await client.RunJobAsync("SELECT Id FROM Contact", "queryAll")).Split('\n').Length.Should().Be(12);
    }

    [Fact]
    public async Task Every_request_for_a_job_counts_as_a_call()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        await client.StateAsync(job);
        await client.ResultAsync(job);
        (await client.DeleteJobAsync(job)).Dispose();
        emulator.Calls.Counted.Should().Be(4);
    }
}
