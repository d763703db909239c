using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Bulk;

public sealed class JobErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("SELECT Id, MailingAddress FROM Contact", "API_ERROR", "Selecting compound data not supported in Bulk Query")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account", "API_ERROR", "Aggregate Relationships not supported in Bulk Query with CSV content type")]
    [InlineData("SELECT LastName FROM Contact GROUP BY LastName", "API_ERROR", "GROUP BY not supported in Bulk Query")]
    [InlineData("SELECT Id FROM Contact LIMIT 10 OFFSET 5", "API_ERROR", "OFFSET not supported in Bulk Query")]
    [InlineData("SELECT COUNT() FROM Contact", "API_ERROR", "Aggregate functions not supported in Bulk Query")]
    [InlineData("SELECT COUNT(Id) FROM Contact", "API_ERROR", "Aggregate functions not supported in Bulk Query")]
    [InlineData("SELECT Id FROM taskwhorelation", "INVALIDENTITY", "Entity 'TaskWhoRelation' is not supported by the Bulk API.")]
    [InlineData("SELECT MasterLabel FROM TaskStatus", "INVALIDENTITY", "Entity 'TaskStatus' is not supported by the Bulk API.")]
    public async Task What_bulk_queries_cannot_do_is_refused(string soql, string code, string message) =>
        (await fixture.Client.JobErrorAsync(soql)).Should().Be((400, code, message));

    [Theory]
    [InlineData("SELEC Id FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Nope FROM Contact", "INVALID_FIELD")]
    [InlineData("SELECT Id, Id FROM Contact", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Nope", "INVALID_TYPE")]
    [InlineData("SELECT Id FROM Contact WHERE Nope = 1", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Contact ORDER BY Description", "MALFORMED_QUERY")]
    [InlineData("SELECT FIELDS(ALL) FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT TYPEOF Who WHEN Contact THEN Name END FROM Task", "API_ERROR|MALFORMED_QUERY")]
    public async Task What_no_query_can_do_is_refused_as_everywhere(string soql, string codes)
    {
        var (status, code, _) = await fixture.Client.JobErrorAsync(soql);
        status.Should().Be(400);
        codes.Split('|').Should().Contain(code);
    }

    [Theory]
    [InlineData("{", "JSON_PARSER_ERROR")]
    [InlineData("[]", "JSON_PARSER_ERROR")]
    [InlineData("""{"operation":1,"query":"SELECT Id FROM Contact"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"operation":"query","query":"\ud800"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"operation":"insert","query":"SELECT Id FROM Contact"}""", "INVALIDJOB")]
    [InlineData("""{"query":"SELECT Id FROM Contact"}""", "INVALIDJOB")]
    [InlineData("""{"operation":"query"}""", "INVALIDJOB")]
    [InlineData("""{"operation":"query","query":"SELECT Id FROM Contact","contentType":"XML"}""", "INVALIDJOB")]
    [InlineData("""{"operation":"query","query":"SELECT Id FROM Contact","columnDelimiter":"SPACE"}""", "INVALIDJOB")]
    [InlineData("""{"operation":"query","query":"SELECT Id FROM Contact","lineEnding":"CR"}""", "INVALIDJOB")]
    public async Task A_job_that_is_not_described_well_is_refused(string body, string code)
    {
        using var response = await fixture.Client.PostJsonAsync(BulkClient.JobsPath, body);
        (await OrgClient.ErrorAsync(response)).Should().Match<(int Status, string Code, string Message)>(error => error.Status == 400 && error.Code == code);
    }

    [Fact]
    public async Task Results_are_given_to_the_version_only_that_made_the_job()
    {
        var job = await fixture.Client.StartJobAsync("SELECT Id FROM Contact");
        var other = job.Replace("v67.0", "v66.0", StringComparison.Ordinal);
        (await fixture.Client.ErrorAsync(other + "/results")).Status.Should().Be(409);
        (await fixture.Client.ErrorAsync(other + "/resultPages")).Status.Should().Be(409);
        (await fixture.Client.StateAsync(other)).Should().Be("JobComplete");
    }

    [Theory]
    [InlineData("/services/data/v46.0/jobs/query")]
    [InlineData("/services/data/v67.0/jobs/query/750000000000000AAA")]
    [InlineData("/services/data/v67.0/jobs/query/nonsense/results")]
    [InlineData("/services/data/v67.0/jobs/query//results")]
    public async Task There_is_nothing_where_no_job_is(string path) => (await fixture.Client.ErrorAsync(path)).Status.Should().Be(404);

    [Fact]
    public async Task Pages_side_by_side_came_with_version_58()
    {
        const string Jobs = "/services/data/v57.0/jobs/query";
        var job = await fixture.Client.PostForJsonAsync(Jobs, new { operation = "query", query = "SELECT Id FROM Contact" });
        (await fixture.Client.ErrorAsync($"{Jobs}/{job.RequiredString("id")}/resultPages")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Jobs_of_other_users_are_out_of_sight()
    {
        var job = await fixture.Client.StartJobAsync("SELECT Id FROM Contact");
        using var key = RSA.Create(2048);
        fixture.Emulator.RegisterJwtApp("somebody", key);
        using var other = new OrgClient(fixture.Emulator);
        var claims = new
        {
            iss = "somebody",
            sub = fixture.Emulator.Org.Rows("User").ElementAt(1)["Username"],
            aud = fixture.Emulator.Url,
            exp = TimeProvider.System.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds(),
        };
        var token = await other.TokenAsync(("grant_type", JwtText.GrantType), ("assertion", JwtText.Sign(key, claims)));
        other.UseToken(token.RequiredString("access_token"));
        (await other.ErrorAsync(job)).Code.Should().Be("NOT_FOUND");
        (await other.GetJsonAsync(BulkClient.JobsPath))["records"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task An_edition_without_the_bulk_api_says_so()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Bulk = { Enabled = false } });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.JobErrorAsync("SELECT Id FROM Contact")).Should().Be((403, "FEATURENOTENABLED", "Async API not enabled"));
    }

    [Fact]
    public async Task Jobs_of_24_hours_are_limited()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = time, SessionTimeout = TimeSpan.FromDays(3), Bulk = { DailyQueryJobLimit = 2 } });
        using var client = await OrgClient.SignInAsync(emulator);
        await client.JobErrorAsync("nonsense");
        await client.StartJobAsync("SELECT Id FROM Contact");
        await client.StartJobAsync("SELECT Id FROM Contact");
        (await client.JobErrorAsync("SELECT Id FROM Contact")).Should().Be((400, "LIMIT_EXCEEDED", "Max bulk v2 query jobs (2) per 24 hrs has been reached"));
        (await client.GetJsonAsync(OrgClient.Version + "/limits"))["DailyBulkV2QueryJobs"]!.ToJsonString().Should().Be("""{"Max":2,"Remaining":0}""");
        time.Advance(TimeSpan.FromHours(24));
        await client.StartJobAsync("SELECT Id FROM Contact");
    }

    [Fact]
    public async Task The_size_of_results_of_24_hours_is_limited()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 200_000, Bulk = { DailyQueryKilobyteLimit = 4096 } });
        using var client = await OrgClient.SignInAsync(emulator);
        await client.StartJobAsync("SELECT Id FROM Contact");
        (await client.GetJsonAsync(OrgClient.Version + "/limits"))["DailyBulkV2QueryFileStorageMB"]!.ToJsonString().Should().Be("""{"Max":4,"Remaining":0}""");
        (await client.JobErrorAsync("SELECT Id FROM Contact")).Should().Be(
            (400, "LIMIT_EXCEEDED", "Max bulk v2 query result size stored (4096) kb per 24 hrs has been exceeded"));
    }
}
