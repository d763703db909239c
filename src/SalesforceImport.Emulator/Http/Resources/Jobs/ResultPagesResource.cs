using SalesforceImport.Emulator.Bulk;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/query/{id}/resultPages</c>: where all pages of a result are, to be read side by side.</summary>
internal sealed class ResultPagesResource : IResource
{
    private const int FirstVersion = 58;
    private const int MostPages = 5;

    public string Pattern => "jobs/query/*/resultPages";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        BulkAccess.Check(exchange, FirstVersion);
        var (job, rows) = BulkAccess.FindResult(exchange);
        var first = 0L;
        if (exchange.Parameter("locator") is { } locator && (!ResultLocator.TryRead(locator, out first) || first >= rows.Count))
        {
            throw ApiException.LocatorInvalid();
        }

        var path = $"{exchange.VersionPath}/jobs/query/{job.Id}";
        var size = ResultPage.SizeOf(exchange.Services.Options, job);
        var next = first + ((long)MostPages * size);
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("resultPages");

            // A result without rows has a page too: the header row.
            for (var at = first; at < Math.Min(next, Math.Max(rows.Count, 1)); at += size)
            {
                json.WriteStartObject();
                json.WriteString("resultUrl", $"{path}/results?locator={ResultLocator.Of(at)}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (next < rows.Count)
            {
                json.WriteString("nextRecordsUrl", $"{path}/resultPages?locator={ResultLocator.Of(next)}");
            }

            json.WriteBoolean("done", next >= rows.Count);
            json.WriteEndObject();
        });
    }
}
