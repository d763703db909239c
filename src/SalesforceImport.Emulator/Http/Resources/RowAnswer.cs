using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Writes one record that was found, with all fields or those that the request names.</summary>
internal static class RowAnswer
{
    public static async Task WriteAsync(Exchange exchange, OrgSnapshot snapshot, ObjectTable table, long row)
    {
        var fields = exchange.Parameter("fields") is { } names
            ? RecordFields.Select(snapshot.Schema, table.Definition, RecordFields.Split(names))
            : RecordFields.All(snapshot.Schema, table.Definition);
        var (request, response, reader) = (exchange.Http.Request, exchange.Http.Response, new RowReader(snapshot, table).MoveTo(row));
        if (EntityTag.Of(reader) is { } tag)
        {
            EntityTag.Require(request, tag);
            response.Headers.ETag = tag;
            if (EntityTag.Matches(request.Headers.IfNoneMatch, tag))
            {
                response.StatusCode = 304;
                return;
            }
        }

        response.ContentType = Answers.Json;
        var output = response.BodyWriter;
        using var json = new Utf8JsonWriter(output, RowWriter.Options);
        var writer = new RowWriter(json, exchange.VersionPath, new ChildPages(exchange, 0), exchange.StartClock());
        writer.WriteRecord(reader, fields);
        json.Flush();
        await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
    }
}
