using System.Text.Json;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>The life of query jobs: created, looked at, stopped, deleted. Thread-safe.</summary>
internal sealed class BulkJobs(JsonAnswers answers, OrgTransport transport)
{
    private const int MostListPages = 5;

    /// <summary>Asks for a job, once: when the answer is lost, so is the job's id.</summary>
    public Task<BulkJob> CreateAsync(QueryRequest query, string version, ICallMeter meter, CancellationToken cancellationToken) => answers.ReadAsync(
        Request(version, string.Empty, What(query.SObject)) with
        {
            Method = HttpMethod.Post,
            Json = CreationOf(query),
            MayRepeat = false,
        },
        meter,
        BulkJobAnswer.Parse,
        cancellationToken);

    /// <exception cref="BulkJobException">The org does not know the job.</exception>
    public async Task<BulkJob> GetAsync(string job, string version, ICallMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            return await answers.ReadAsync(Request(version, "/" + Escape(job), $"Bulk job {job}"), meter, BulkJobAnswer.Parse, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SalesforceException failure) when (BulkRefusals.IsLost(failure))
        {
            throw Lost(job, failure);
        }
    }

    /// <summary>The addresses of the job's result pages, as many as one answer tells, and where the list goes on.</summary>
    public Task<(IReadOnlyList<string> Pages, string? Next)> ListPagesAsync(
        string job, string version, string? next, ICallMeter meter, CancellationToken cancellationToken)
    {
        var first = Request(version, $"/{Escape(job)}/resultPages", $"the result pages of Bulk job {job}");
        return answers.ReadAsync(next is null ? first : first with { Target = next }, meter, BulkJobAnswer.ParsePages, cancellationToken);
    }

    /// <summary>The jobs of an object that were created since; they come in no order. Null when there are too many jobs to tell.</summary>
    public async Task<IReadOnlyList<BulkJob>?> FindAsync(
        QueryRequest query, string version, DateTimeOffset since, ICallMeter meter, CancellationToken cancellationToken)
    {
        var request = Request(version, "?jobType=V2Query", "the list of Bulk jobs");
        string operation = Operation(query);
        var found = new List<BulkJob>();
        for (int page = 0; page < MostListPages; page++)
        {
            var (jobs, next) = await answers.ReadAsync(request, meter, BulkJobAnswer.ParseList, cancellationToken).ConfigureAwait(false);
            found.AddRange(jobs.Where(job =>
                string.Equals(job.SObject, query.SObject, StringComparison.OrdinalIgnoreCase) && job.Operation == operation && (job.CreatedAt ?? since) >= since));
            if (next is null)
            {
                return found;
            }

            request = request with { Target = next };
        }

        return null;
    }

    public Task AbortAsync(string job, string version, ICallMeter meter, CancellationToken cancellationToken) => answers.ReadAsync(
        Request(version, "/" + Escape(job), $"Bulk job {job}") with
        {
            Method = HttpMethod.Patch,
            Json = """{"state":"Aborted"}"""u8.ToArray(),
        },
        meter,
        BulkJobAnswer.Parse,
        cancellationToken);

    public Task DeleteAsync(string job, string version, ICallMeter meter, CancellationToken cancellationToken) => transport.SendAsync(
        Request(version, "/" + Escape(job), $"Bulk job {job}") with { Method = HttpMethod.Delete },
        meter,
        (body, _) =>
        {
            body.Dispose();
            return ValueTask.FromResult(true);
        },
        cancellationToken);

    public static BulkJobException Lost(string job, SalesforceException failure) => new(
        BulkProblem.Lost, $"Bulk job {job}, or its results, can no longer be had: {failure.Message}", failure);

    private static OrgRequest Request(string version, string path, string what) => new()
    {
        Target = $"/services/data/v{version}/jobs/query{path}",
        Kind = ApiCallKind.Bulk,
        What = what,
        ApiVersion = version,
    };

    private static string What(string sObject) => $"the Bulk job for {sObject}";

    private static string Escape(string job) => Uri.EscapeDataString(job);

    private static string Operation(QueryRequest query) => query.IncludeDeleted ? "queryAll" : "query";

    private static byte[] CreationOf(QueryRequest query)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("operation", Operation(query));
            json.WriteString("query", query.Soql);
            json.WriteString("contentType", "CSV");
            json.WriteString("columnDelimiter", "COMMA");
            json.WriteString("lineEnding", "LF");
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
