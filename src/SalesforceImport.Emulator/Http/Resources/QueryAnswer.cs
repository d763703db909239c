using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Faults;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Writes the answer to a query; records go out as they are read.</summary>
internal static class QueryAnswer
{
    private const int BytesPerFlush = 48 * 1024;

    private static readonly JsonEncodedText TotalSize = JsonEncodedText.Encode("totalSize");
    private static readonly JsonEncodedText Done = JsonEncodedText.Encode("done");
    private static readonly JsonEncodedText NextRecordsUrl = JsonEncodedText.Encode("nextRecordsUrl");
    private static readonly JsonEncodedText Records = JsonEncodedText.Encode("records");

    /// <summary>Writes one page.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="query">The query.</param>
    /// <param name="pageSize">How many records at most.</param>
    /// <param name="position">Where the page begins.</param>
    /// <param name="locator">The query's locator without a position; null where it has none yet.</param>
    public static async Task WriteAsync(Exchange exchange, PreparedQuery query, int pageSize, long position, string? locator)
    {
        var total = query.Rows.Count;
        var next = position + pageSize;
        var url = next < total ? Url(exchange, locator ?? exchange.Services.Locators.Keep(query, pageSize), next) : null;
        var output = Start(exchange.Http);
        using var json = new Utf8JsonWriter(output, RowWriter.Options);
        WriteHead(json, total, url);
        var writer = new RowWriter(json, exchange.VersionPath, new ChildPages(exchange, pageSize), exchange.StartClock());
        var reader = new RowReader(query.Context.Snapshot, query.Context.Snapshot.Tables[query.Object]);
        long flushed = 0;
        foreach (var row in query.Rows.From(RepeatPageAction.Begin(exchange.Http, position, pageSize)).Take(pageSize))
        {
            WriteOrDrop(exchange, writer, reader.MoveTo(row), query);
            if (json.BytesPending + json.BytesCommitted - flushed >= BytesPerFlush)
            {
                json.Flush();
                await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
                flushed = json.BytesCommitted;
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Writes a count.</summary>
    public static Task WriteAsync(Exchange exchange, CountResult count) => Answers.JsonAsync(exchange.Http, 200, json =>
    {
        WriteHead(json, count.Count, null);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes groups.</summary>
    public static Task WriteAsync(Exchange exchange, AggregateResult groups) => Answers.JsonAsync(exchange.Http, 200, json =>
    {
        WriteHead(json, groups.Rows.Count, null);
        var cell = new Cell();
        foreach (var row in groups.Rows)
        {
            json.WriteStartObject();
            json.WriteStartObject("attributes");
            json.WriteString("type", "AggregateResult");
            json.WriteEndObject();
            for (var i = 0; i < row.Length; i++)
            {
                row[i].WriteTo(cell);
                json.WritePropertyName(groups.Names[i]);
                ValueOutput.Write(json, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Where the page that begins at a position is to be asked for.</summary>
    public static string Url(Exchange exchange, string locator, long position) => $"{exchange.VersionPath}/query/{locator}-{position}";

    private static void WriteOrDrop(Exchange exchange, RowWriter writer, RowReader row, PreparedQuery query)
    {
        try
        {
            writer.WriteRecord(row, query.Output);
        }
        catch (SoqlException)
        {
            // A child subquery ran out of time; half a page is on its way already and must not look whole.
            exchange.Http.Abort();
            throw;
        }
    }

    private static System.IO.Pipelines.PipeWriter Start(HttpContext context)
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = Answers.Json;
        return context.Response.BodyWriter;
    }

    private static void WriteHead(Utf8JsonWriter json, long total, string? next)
    {
        json.WriteStartObject();
        json.WriteNumber(TotalSize, total);
        json.WriteBoolean(Done, next is null);
        if (next is not null)
        {
            json.WriteString(NextRecordsUrl, next);
        }

        json.WriteStartArray(Records);
    }
}
