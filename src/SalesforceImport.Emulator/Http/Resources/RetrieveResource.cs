using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/composite/sobjects/X</c>: up to 2,000 records by their ids, in the order asked, null where there is none.</summary>
internal sealed class RetrieveResource : IResource
{
    private const int MostIds = 2000;
    private const int RecordsPerFlush = 100;

    public string Pattern => "composite/sobjects/*";

    public IReadOnlyList<string> Methods => ["GET", "POST"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var (ids, names) = HttpMethods.IsPost(exchange.Http.Request.Method)
            ? await ReadBodyAsync(exchange.Http).ConfigureAwait(false)
            : (Required(exchange.Parameter("ids"), "ids"), Required(exchange.Parameter("fields"), "fields"));
        if (ids.Count > MostIds)
        {
            throw new ApiException(400, "EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostIds} records into this call");
        }

        var snapshot = exchange.Services.Org.Snapshot;
        await WriteAsync(exchange, snapshot, definition, ids, RecordFields.Select(snapshot.Schema, definition, names)).ConfigureAwait(false);
    }

    private static async Task<(IReadOnlyList<string> Ids, IReadOnlyList<string> Fields)> ReadBodyAsync(HttpContext context)
    {
        using var body = await JsonBody.ReadObjectAsync(context).ConfigureAwait(false);
        return (Texts(body.RootElement, "ids"), Texts(body.RootElement, "fields"));
    }

    private static List<string> Texts(JsonElement body, string name)
    {
        var texts = JsonBody.Array(body, name)
            .Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw JsonBody.Broken($"{name} must be strings")).ToList();
        return texts.Count > 0 ? texts : throw Missing(name);
    }

    private static string[] Required(string? list, string name) =>
        RecordFields.Split(list ?? "") is { Length: > 0 } values ? values : throw Missing(name);

    private static ApiException Missing(string name) => new(400, "MISSING_ARGUMENT", $"The {name} parameter is required");

    private static async Task WriteAsync(Exchange exchange, OrgSnapshot snapshot, ObjectDefinition definition, IReadOnlyList<string> ids, IReadOnlyList<OutputNode> fields)
    {
        exchange.Http.Response.ContentType = Answers.Json;
        var output = exchange.Http.Response.BodyWriter;
        using var json = new Utf8JsonWriter(output, RowWriter.Options);
        var writer = new RowWriter(json, exchange.VersionPath, new ChildPages(exchange, 0), exchange.StartClock());
        var reader = new RowReader(snapshot, snapshot.Tables[definition]);
        json.WriteStartArray();
        for (var i = 0; i < ids.Count; i++)
        {
            if (RecordId.TryParse(ids[i], out var id) && snapshot.TryFind(id, out var table, out var row) && table.Definition == definition
                && !reader.MoveTo(row).IsDeleted)
            {
                writer.WriteRecord(reader, fields);
            }
            else
            {
                json.WriteNullValue();
            }

            if (i % RecordsPerFlush == RecordsPerFlush - 1)
            {
                json.Flush();
                await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
            }
        }

        json.WriteEndArray();
        json.Flush();
        await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
    }
}
