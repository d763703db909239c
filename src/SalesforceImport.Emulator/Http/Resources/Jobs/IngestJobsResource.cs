using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Bulk.Ingest;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/ingest</c>: makes ingest jobs and lists them.</summary>
internal sealed class IngestJobsResource : IResource
{
    private const int MostListed = 1000;

    public string Pattern => "jobs/ingest";

    public IReadOnlyList<string> Methods => ["GET", "POST"];

    public Task AnswerAsync(Exchange exchange)
    {
        BulkAccess.Check(exchange, IngestAccess.FirstVersion);
        return HttpMethods.IsPost(exchange.Http.Request.Method) ? CreateAsync(exchange) : ListAsync(exchange);
    }

    private static async Task CreateAsync(Exchange exchange)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var (services, version) = (exchange.Services, ApiVersions.NumberOf(exchange.Version));
        var job = services.IngestJobs.Open(IngestRequest.Read(body.RootElement, services.Org.Snapshot.Schema, version, exchange.Session.User));
        await Answers.JsonAsync(exchange.Http, 200, json => new IngestWriter(json, services.Org, exchange.VersionPath).Write(job)).ConfigureAwait(false);
    }

    private static Task ListAsync(Exchange exchange)
    {
        var after = default(RecordId);
        if (exchange.Parameter("queryLocator") is { } locator && !RecordId.TryParse(locator, out after))
        {
            throw ApiException.LocatorInvalid();
        }

        var jobs = exchange.Services.IngestJobs.List(exchange.Session.User, after).Take(MostListed + 1).ToList();
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("done", jobs.Count <= MostListed);
            json.WriteStartArray("records");
            var writer = new IngestWriter(json, exchange.Services.Org, exchange.VersionPath);
            foreach (var job in jobs.Take(MostListed))
            {
                writer.Write(job);
            }

            json.WriteEndArray();
            json.WriteString("nextRecordsUrl", jobs.Count <= MostListed ? null : $"{exchange.VersionPath}/jobs/ingest?queryLocator={jobs[MostListed - 1].Id}");
            json.WriteEndObject();
        });
    }
}
