using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Tests.Salesforce.Bulk;

/// <summary>What an org answers to Bulk API 2.0, and queries to ask it.</summary>
internal static class BulkScript
{
    public const string Job = "750R0000000zlh9IAA";
    public const string Jobs = OrgHarness.Data + "/jobs/query";
    public const string Results = Jobs + "/" + Job + "/results";

    public static readonly BulkPosition Start = new(Job, "67.0");

    public static string Created(string job = Job) =>
        $$"""
        {"id":"{{job}}","operation":"query","object":"Lead","createdById":"005R0000000GiwjIAC","createdDate":"2026-11-23T12:00:00.000+0000",
         "systemModstamp":"2026-11-23T12:00:00.000+0000","state":"UploadComplete","concurrencyMode":"Parallel","contentType":"CSV",
         "apiVersion":67.0,"lineEnding":"LF","columnDelimiter":"COMMA"}
        """;

    public static string Is(string state, long records = 0, string? error = null, string delimiter = "COMMA") =>
        $$"""
        {"id":"{{Job}}","operation":"query","object":"Lead","state":"{{state}}","apiVersion":67.0,"jobType":"V2Query","lineEnding":"LF",
         "columnDelimiter":"{{delimiter}}","numberRecordsProcessed":{{records}},"retries":0,"totalProcessingTime":334,"isPkChunkingSupported":true
         {{(error is null ? "" : $",\"errorMessage\":\"{error}\"")}}}
        """;

    public static string List(params string[] jobs) => $$"""{"done":true,"records":[{{string.Join(',', jobs)}}],"nextRecordsUrl":null}""";

    /// <summary>The rows of leads, header included.</summary>
    public static string Csv(int from, int count) =>
        "\"Id\",\"LastName\"\n" + string.Concat(Enumerable.Range(from, count).Select(n => $"\"{Queries.Id(n)}\",\"Name {n}\"\n"));

    public static MockedRequest ExpectState(this OrgHarness harness, string answer) =>
        harness.Http.Expect(HttpMethod.Get, Jobs + "/" + Job).Respond("application/json", answer);

    public static MockedRequest ExpectPage(this OrgHarness harness, string query, string csv, int? rows, string locator) => harness.Http
        .Expect(HttpMethod.Get, Results)
        .WithExactQueryString(query)
        .Respond(_ => Page(new StringContent(csv), rows, locator));

    public static HttpResponseMessage Page(HttpContent content, int? rows, string locator)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        response.Content.Headers.ContentType = new("text/csv", "utf-8");
        response.Headers.Add("Sforce-Locator", locator);
        if (rows is { } number)
        {
            response.Headers.Add("Sforce-NumberOfRecords", $"{number}");
        }

        return response;
    }

    /// <summary>Reads on from a position, and tells the positions behind each batch.</summary>
    public static async Task<BulkReadingSeen> ReadAsync(
        this OrgHarness harness, BulkPosition? from = null, BulkReading? reading = null, QueryRequest? query = null)
    {
        var seen = new BulkReadingSeen();
        try
        {
            await foreach (var batch in harness.Org.Bulk.ReadAsync(
                query ?? Queries.Leads, from ?? Start, reading ?? new BulkReading { PagesAtOnce = 1 }, harness.Meter, TestContext.Current.CancellationToken))
            {
                seen.Positions.Add(batch.After);
                seen.Batches.Add(batch.Records);
                for (int row = 0; row < batch.Records.Count; row++)
                {
                    seen.Ids.Add(batch.Records.IdAt(row).ToString());
                    seen.Rows.Add(batch.Records.Row(row).ToArray());
                }
            }
        }
        catch (Exception failure)
        {
            seen.Failure = failure;
        }

        return seen;
    }

    public sealed class BulkReadingSeen
    {
        public List<BulkPosition> Positions { get; } = [];

        public List<RecordBatch> Batches { get; } = [];

        public List<string> Ids { get; } = [];

        public List<FieldValue[]> Rows { get; } = [];

        public Exception? Failure { get; set; }

        public BulkProblem? Problem => (Failure as BulkJobException)?.Problem;
    }
}
