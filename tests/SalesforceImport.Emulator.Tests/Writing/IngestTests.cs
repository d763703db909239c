using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class IngestTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly EmulatorOptions _options = new();
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _options.TimeProvider = _time;
        _emulator = await Orgs.StartAsync(_options);
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_job_goes_from_open_through_upload_to_results()
    {
        var made = await _client.PostAsync("jobs/ingest", """{"object": "Contact", "operation": "insert", "contentType": "CSV", "lineEnding": "LF"}""");
        var id = made.Body!.RequiredString("id");
        made.Status.Should().Be(200);
        made.Json.Should().Be(
            $$"""{"id":"{{id}}","operation":"insert","object":"Contact","createdById":"{{Org.UserId}}","createdDate":"2026-07-01T12:00:00.000\u002B0000","systemModstamp":"2026-07-01T12:00:00.000\u002B0000" """.TrimEnd()
            + $$""","state":"Open","concurrencyMode":"Parallel","contentType":"CSV","apiVersion":67.0,"contentUrl":"services/data/v67.0/jobs/ingest/{{id}}/batches","lineEnding":"LF","columnDelimiter":"COMMA"}""");
        (await UploadAsync(id, "LastName,FirstName,Birthdate\n\"O\"\"Neil\n2\",Anne,1990-01-02\n,Nobody,\nLast,#N/A,\n")).Status.Should().Be(201);
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "UploadComplete"}""")).Status.Should().Be(200);
        var whole = await _client.GetJsonAsync($"{OrgClient.Version}/jobs/ingest/{id}");
        (whole.RequiredString("state"), whole.RequiredString("jobType"), (int)whole["numberRecordsProcessed"]!, (int)whole["numberRecordsFailed"]!).Should().Be(("JobComplete", "V2Ingest", 3, 1));

        var first = Org.IdAt("Contact", 3400);
        Org.Find(first)!["LastName"].Should().Be("O\"Neil\n2");
        (await TextAsync($"jobs/ingest/{id}/successfulResults/")).Should().Be(
            $"\"sf__Id\",\"sf__Created\",\"LastName\",\"FirstName\",\"Birthdate\"\n\"{first}\",\"true\",\"O\"\"Neil\n2\",\"Anne\",\"1990-01-02\"\n\"{Org.IdAt("Contact", 3401)}\",\"true\",\"Last\",\"#N/A\",\"\"\n");
        (await TextAsync($"jobs/ingest/{id}/failedResults")).Should().Be(
            "\"sf__Id\",\"sf__Error\",\"LastName\",\"FirstName\",\"Birthdate\"\n\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\",\"\",\"Nobody\",\"\"\n");
        (await TextAsync($"jobs/ingest/{id}/unprocessedrecords")).Should().Be("\"LastName\",\"FirstName\",\"Birthdate\"\n");
        (await _client.DeleteAsync($"jobs/ingest/{id}")).Status.Should().Be(204);
        (await _client.ErrorAsync($"{OrgClient.Version}/jobs/ingest/{id}")).Code.Should().Be("NOT_FOUND");
    }

    [Fact]
    public async Task A_job_ends_when_its_time_has_come_though_nobody_asks_for_it()
    {
        (_options.Bulk.QueueTime, _options.Bulk.ProcessingTime) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10));
        var id = (await _client.PostAsync("jobs/ingest", """{"object": "Contact", "operation": "insert", "lineEnding": "LF"}""")).Body!.RequiredString("id");
        await UploadAsync(id, "LastName\nLater\n");
        await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "UploadComplete"}""");
        _time.Advance(TimeSpan.FromSeconds(12));
        Org.Count("Contact").Should().Be(3400);
        _time.Advance(TimeSpan.FromSeconds(1));
        Org.Count("Contact").Should().Be(3401);
        (await _client.GetJsonAsync($"{OrgClient.Version}/jobs/ingest/{id}")).RequiredString("state").Should().Be("JobComplete");
    }

    [Fact]
    public async Task Records_are_updated_deleted_and_deleted_hard_by_id()
    {
        var (a, b, c) = (Org.IdAt("Lead", 0), Org.IdAt("Lead", 1), Org.IdAt("Lead", 2));
        await RunAsync("""{"object": "Lead", "operation": "update", "columnDelimiter": "PIPE", "lineEnding": "CRLF"}""", $"Id|Title\r\n{a}|\"x|y\"\r\n{b}|#N/A\r\n{c}|\r\n");
        (Org.Find(a)!["Title"], Org.Find(b)!["Title"]).Should().Be(("x|y", null));
        await RunAsync("""{"object": "Lead", "operation": "delete"}""", $"Id\n{a}\n{a}\n");
        await RunAsync("""{"object": "Lead", "operation": "hardDelete"}""", $"Id\n{b}\n");
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE IsDeleted = true", all: true)).Should().Equal(a);
        Org.Find(b).Should().BeNull();
    }

    [Fact]
    public async Task Records_are_upserted_by_an_external_id_and_refer_to_others_by_theirs()
    {
        Org.AddField("Account", new EmulatedField("Ext__c", EmulatedFieldType.Text) { ExternalId = true, Unique = true });
        Org.AddField("Contact", new EmulatedField("Key__c", EmulatedFieldType.Text) { ExternalId = true, Unique = true });
        var account = Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "A", ["Ext__c"] = "a-1" });
        const string job = """{"object": "Contact", "operation": "upsert", "externalIdFieldName": "Key__c"}""";
        var text = new StringBuilder("Key__c,LastName,Account.Ext__c\n");
        for (var i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"k{i},Name {i},a-1\n");
        }

        await RunAsync(job, text.ToString());
        Org.Count("Contact").Should().Be(4400);
        var again = await RunAsync(job, text.Append("k1000,x,none\n").ToString());
        Org.Count("Contact").Should().Be(4400);
        ((int)again["numberRecordsFailed"]!).Should().Be(1);
        (await _client.CountAsync($"SELECT COUNT() FROM Contact WHERE AccountId = '{account}' AND Key__c LIKE 'k%'")).Should().Be(1000);
        (await TextAsync($"jobs/ingest/{again.RequiredString("id")}/failedResults")).Should().Contain("INVALID_FIELD:Foreign key external ID: none not found for field Ext__c in entity Account");
    }

    [Theory]
    [InlineData("LF", "Id,Nope\nx,y\n", "InvalidBatch : Field name not found : Nope")]
    [InlineData("LF", "Id,Title\r\nx,y\r\n", "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF")]
    [InlineData("LF", "", "InvalidBatch : Unable to read the header of the data")]
    public async Task Data_that_cannot_be_read_fail_the_job(string ending, string data, string error)
    {
        var whole = await RunAsync($$"""{"object": "Lead", "operation": "update", "lineEnding": "{{ending}}"}""", data);
        (whole.RequiredString("state"), whole.RequiredString("errorMessage")).Should().Be(("Failed", error));
        using var results = await _client.GetAsync($"{OrgClient.Version}/jobs/ingest/{whole.RequiredString("id")}/successfulResults");
        ((int)results.StatusCode).Should().Be(200);
    }

    [Theory]
    [InlineData("""{"object": "Nope", "operation": "insert"}""", "Unable to find object: Nope")]
    [InlineData("""{"object": "Lead", "operation": "merge"}""", "Unsupported operation: merge")]
    [InlineData("""{"object": "Lead", "operation": "upsert"}""", "External ID field name is required for upsert operation")]
    [InlineData("""{"object": "Lead", "operation": "upsert", "externalIdFieldName": "Title"}""", "*Title does not match an External ID*")]
    [InlineData("""{"object": "Lead", "operation": "insert", "contentType": "XML"}""", "Unsupported contentType: XML")]
    [InlineData("""{"object": "Lead", "operation": "insert", "columnDelimiter": "DOT"}""", "Unsupported columnDelimiter or lineEnding")]
    public async Task A_job_that_cannot_be_done_is_refused(string job, string message)
    {
        var error = (await _client.PostAsync("jobs/ingest", job)).Error;
        (error.Status, error.Code).Should().Be((400, "INVALIDJOB"));
        error.Message.Should().Match(message);
    }

    [Fact]
    public async Task A_job_takes_its_time_and_its_data_once()
    {
        _options.Bulk.QueueTime = TimeSpan.FromSeconds(10);
        _options.Bulk.ProcessingTime = TimeSpan.FromSeconds(20);
        var id = (await _client.PostAsync("jobs/ingest", """{"object": "Account", "operation": "insert"}""")).Body!.RequiredString("id");
        (await UploadAsync(id, "Name\nx\n")).Status.Should().Be(201);
        (await UploadAsync(id, "Name\ny\n")).Error.Code.Should().Be("INVALIDJOBSTATE");
        (await _client.DeleteAsync($"jobs/ingest/{id}")).Error.Code.Should().Be("API_ERROR");
        (await _client.ErrorAsync($"{OrgClient.Version}/jobs/ingest/{id}/failedResults")).Code.Should().Be("INVALIDJOBSTATE");
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "UploadComplete"}""")).Body!.RequiredString("state").Should().Be("UploadComplete");
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "UploadComplete"}""")).Error.Code.Should().Be("INVALIDJOBSTATE");
        (await UploadAsync(id, "Name\ny\n")).Error.Code.Should().Be("INVALIDJOBSTATE");
        _time.Advance(TimeSpan.FromSeconds(10));
        (await StateAsync(id)).Should().Be("InProgress");
        Org.Count("Account").Should().Be(800);
        _time.Advance(TimeSpan.FromSeconds(20));
        (await StateAsync(id)).Should().Be("JobComplete");
        Org.Count("Account").Should().Be(801);
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "Aborted"}""")).Error.Code.Should().Be("INVALIDJOBSTATE");
    }

    [Fact]
    public async Task An_aborted_job_writes_nothing_and_tells_what_it_did_not_try()
    {
        var id = (await _client.PostAsync("jobs/ingest", """{"object": "Account", "operation": "insert"}""")).Body!.RequiredString("id");
        await UploadAsync(id, "Name\nx\n");
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "Aborted"}""")).Body!.RequiredString("state").Should().Be("Aborted");
        (await TextAsync($"jobs/ingest/{id}/unprocessedrecords")).Should().Be("\"Name\"\n\"x\"\n");
        Org.Count("Account").Should().Be(800);
        (await _client.GetJsonAsync(OrgClient.Version + "/jobs/ingest"))["records"]!.AsArray().Select(job => job!.RequiredString("id")).Should().Equal(id);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> RunAsync(string job, string data)
    {
        var id = (await _client.PostAsync("jobs/ingest", job)).Body!.RequiredString("id");
        (await UploadAsync(id, data)).Status.Should().Be(201);
        (await _client.PatchAsync($"jobs/ingest/{id}", """{"state": "UploadComplete"}""")).Status.Should().Be(200);
        return await _client.GetJsonAsync($"{OrgClient.Version}/jobs/ingest/{id}");
    }

    private async Task<string> StateAsync(string id) => (await _client.GetJsonAsync($"{OrgClient.Version}/jobs/ingest/{id}")).RequiredString("state");

    private Task<WriteClient.Answer> UploadAsync(string id, string data) => _client.WriteAsync(HttpMethod.Put, $"jobs/ingest/{id}/batches", data, "text/csv");

    private async Task<string> TextAsync(string path)
    {
        using var response = await _client.GetAsync($"{OrgClient.Version}/{path}");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        return await response.BodyAsync();
    }
}
