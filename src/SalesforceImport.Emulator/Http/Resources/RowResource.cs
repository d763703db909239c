using System.IO.Pipelines;
using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/sobjects/X/{id}</c>: one record.</summary>
internal sealed class RowResource : IResource
{
    public string Pattern => "sobjects/*/*";

    public IReadOnlyList<string> Methods => ["GET"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var snapshot = exchange.Services.Org.Snapshot;
        var row = Find(snapshot, definition, exchange.Arguments[1]);
        var nodes = exchange.Parameter("fields") is { } names
            ? RecordFields.Select(snapshot.Schema, definition, RecordFields.Split(names))
            : RecordFields.All(snapshot.Schema, definition);
        exchange.Http.Response.ContentType = Answers.Json;
        PipeWriter output = exchange.Http.Response.BodyWriter;
        using var json = new Utf8JsonWriter(output, RowWriter.Options);
        new RowWriter(json, exchange.VersionPath, new ChildPages(exchange, 0), exchange.StartClock()).WriteRecord(row, nodes);
        json.Flush();
        await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
    }

    private static RowReader Find(OrgSnapshot snapshot, ObjectDefinition definition, string text)
    {
        if (!RecordId.TryParse(text, out var id))
        {
            throw new ApiException(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {text}");
        }

        if (!snapshot.TryFind(id, out var table, out var row) || table.Definition != definition)
        {
            throw ApiException.NotFound();
        }

        var reader = new RowReader(snapshot, table).MoveTo(row);
        return reader.IsDeleted ? throw new ApiException(404, "ENTITY_IS_DELETED", "entity is deleted") : reader;
    }
}
