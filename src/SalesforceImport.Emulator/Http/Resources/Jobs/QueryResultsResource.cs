using System.Globalization;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Bulk;
using SalesforceImport.Emulator.Faults;
using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Http.Resources.Jobs;

/// <summary><c>/jobs/query/{id}/results</c>: a page of a job's result; rows go out as they are read.</summary>
internal sealed class QueryResultsResource : IResource
{
    public const string LocatorHeader = "Sforce-Locator";

    public const string CountHeader = "Sforce-NumberOfRecords";

    private const int BytesPerFlush = 48 * 1024;

    public string Pattern => "jobs/query/*/results";

    public IReadOnlyList<string> Methods => ["GET"];

    public async Task AnswerAsync(Exchange exchange)
    {
        BulkAccess.Check(exchange);
        var (job, rows) = BulkAccess.FindResult(exchange);
        var position = ReadPosition(exchange, rows);
        var size = Math.Min(ReadMost(exchange) ?? int.MaxValue, ResultPage.SizeOf(exchange.Services.Options, job));
        var next = position + size;
        var response = exchange.Http.Response;
        response.ContentType = CsvFormat.ContentType;
        response.Headers[LocatorHeader] = next < rows.Count ? ResultLocator.Of(next) : ResultLocator.None;
        var first = RepeatPageAction.Begin(exchange.Http, position, size);
        var count = (int)Math.Min(size, rows.Count - first);
        response.Headers[CountHeader] = count.ToString(CultureInfo.InvariantCulture);
        if (!HttpMethods.IsHead(exchange.Http.Request.Method))
        {
            await WriteAsync(exchange, job, rows.From(first).Take(count)).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Exchange exchange, QueryJob job, IEnumerable<long> rows)
    {
        var output = exchange.Http.Response.BodyWriter;
        var writer = new CsvWriter(job.Query.Columns, job.Request.Format);
        var reader = job.Query.NewReader();
        writer.WriteHeader();
        foreach (var row in rows)
        {
            writer.WriteRow(reader.MoveTo(row));
            if (writer.Written.Length >= BytesPerFlush)
            {
                await output.WriteAsync(writer.Written, exchange.Http.RequestAborted).ConfigureAwait(false);
                writer.Clear();
            }
        }

        await output.WriteAsync(writer.Written, exchange.Http.RequestAborted).ConfigureAwait(false);
    }

    private static long ReadPosition(Exchange exchange, RowSequence rows)
    {
        if (exchange.Parameter("locator") is not { } locator)
        {
            return 0;
        }

        return ResultLocator.TryRead(locator, out var position) && (position == 0 || position < rows.Count)
            ? position
            : throw ApiException.LocatorInvalid();
    }

    private static int? ReadMost(Exchange exchange)
    {
        if (exchange.Parameter("maxRecords") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            ? most
            : throw new ApiException(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "maxRecords must be a positive whole number");
    }
}
