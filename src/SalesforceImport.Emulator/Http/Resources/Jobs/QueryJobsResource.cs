using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Bulk;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/query</c>: makes query jobs and lists them.</summary>
internal sealed class QueryJobsResource : IResource
{
    private const int MostListed = 1000;

    public string Pattern => "jobs/query";

    public IReadOnlyList<string> Methods => ["GET", "POST"];

    public Task AnswerAsync(Exchange exchange)
    {
        BulkAccess.Check(exchange);
        return HttpMethods.IsPost(exchange.Http.Request.Method) ? CreateAsync(exchange) : ListAsync(exchange);
    }

    private static async Task CreateAsync(Exchange exchange)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var (services, version) = (exchange.Services, ApiVersions.NumberOf(exchange.Version));
        var request = QueryJobRequest.Read(body.RootElement, version, exchange.Session.User);
        var soql = SoqlParser.Parse(request.Query);
        var all = request.Operation == QueryJobRequest.All;
        var context = new QueryContext(services.Org.Snapshot, soql.Text, services.Options.TimeProvider.GetUtcNow(), all, exchange.StartClock());
        var query = BulkQuery.Bind(context, soql, version);
        var job = services.QueryJobs.Start(request, query, exchange.Http.Items[typeof(JobFate)] as JobFate ?? JobFate.Complete);
        await Answers.JsonAsync(exchange.Http, 200, json => new JobWriter(json, services.Org).WriteCreated(job)).ConfigureAwait(false);
    }

    private static Task ListAsync(Exchange exchange)
    {
        var after = default(RecordId);
        if (exchange.Parameter("queryLocator") is { } locator && !RecordId.TryParse(locator, out after))
        {
            throw ApiException.LocatorInvalid();
        }

        var jobs = Matches(exchange) ? exchange.Services.QueryJobs.List(exchange.Session.User, after).Take(MostListed + 1).ToList() : [];
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("done", jobs.Count <= MostListed);
            json.WriteStartArray("records");
            var writer = new JobWriter(json, exchange.Services.Org);
            foreach (var job in jobs.Take(MostListed))
            {
                writer.WriteListed(job);
            }

            json.WriteEndArray();
            json.WriteString("nextRecordsUrl", jobs.Count <= MostListed ? null : $"{exchange.VersionPath}/jobs/query?queryLocator={jobs[MostListed - 1].Id}");
            json.WriteEndObject();
        });
    }

    // All jobs are of one kind, so that a filter leaves all or none.
    private static bool Matches(Exchange exchange) =>
        Accepts(exchange, "jobType", "V2Query") && Accepts(exchange, "concurrencyMode", "Parallel") && Accepts(exchange, "isPkChunkingEnabled", "false");

    private static bool Accepts(Exchange exchange, string parameter, string value) =>
        exchange.Parameter(parameter) is not { } wanted || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
}
