using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using SalesforceImport.Emulator.Bulk;
using SalesforceImport.Emulator.Bulk.Ingest;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/ingest/{id}/successfulResults</c> and its like: what became of the rows, each with what was uploaded.</summary>
internal sealed class IngestResultsResource(string name, string[] columns, Func<IngestResult?, string[]?> pick) : IResource
{
    private const int CharsPerFlush = 32 * 1024;

    /// <summary>The three lists: the rows that were taken, that were refused, and that were never tried.</summary>
    public static IEnumerable<IngestResultsResource> All =>
    [
        new("successfulResults", ["sf__Id", "sf__Created"], static result =>
            result is { Error: null } taken ? [taken.Id.ToString(), taken.Created ? "true" : "false"] : null),
        new("failedResults", ["sf__Id", "sf__Error"], static result =>
            result is { Error: { } error } refused ? [refused.Id.ToString(), error] : null),
        new("unprocessedrecords", [], static result => result is null ? [] : null),
    ];

    public string Pattern => $"jobs/ingest/*/{name}";

    public IReadOnlyList<string> Methods => ["GET"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var job = IngestAccess.Find(exchange);
        if (!job.IsEnded)
        {
            throw new ApiException(400, "INVALIDJOBSTATE", $"Results can be retrieved only from a job that has ended; this one is in the state {job.State}");
        }

        exchange.Http.Response.ContentType = CsvFormat.ContentType;
        try
        {
            await WriteAsync(job, exchange.Http.Response.BodyWriter, exchange.Http.RequestAborted).ConfigureAwait(false);
        }
        catch (IngestException)
        {
            // Where the data could not be read as far as here, there is no more to tell of them.
            await exchange.Http.Response.BodyWriter.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(IngestJob job, PipeWriter output, CancellationToken cancellationToken)
    {
        using var upload = new UploadReader(job.Data, job.Request.Format);
        var text = new StringBuilder();
        Append(text, job.Request.Format, [.. columns, .. upload.Names]);
        for (var row = 0; upload.Read(); row++)
        {
            if (pick(row < job.Results.Count ? job.Results[row] : null) is { } told)
            {
                Append(text, job.Request.Format, [.. told, .. upload.Values]);
            }

            if (text.Length >= CharsPerFlush)
            {
                await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).ConfigureAwait(false);
                text.Clear();
            }
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).ConfigureAwait(false);
    }

    private static void Append(StringBuilder text, CsvFormat format, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "" : format.Delimiter.ToString())
                .Append(CultureInfo.InvariantCulture, $"\"{values[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        text.Append(format.LineEnding);
    }
}
