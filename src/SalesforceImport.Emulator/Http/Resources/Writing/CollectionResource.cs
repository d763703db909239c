using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary><c>/composite/sobjects</c>: makes, changes or deletes up to 200 records in one call.</summary>
internal sealed class CollectionResource : IResource
{
    public const int MostRecords = 200;

    public string Pattern => "composite/sobjects";

    public IReadOnlyList<string> Methods => ["POST", "PATCH", "DELETE"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var method = exchange.Http.Request.Method;
        if (HttpMethods.IsDelete(method))
        {
            var ids = (exchange.Parameter("ids") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var allOrNone = string.Equals(exchange.Parameter("allOrNone"), "true", StringComparison.OrdinalIgnoreCase);
            await WriteAsync(exchange, ids, static (writer, id) => writer.Delete(null, id), allOrNone).ConfigureAwait(false);
            return;
        }

        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var records = JsonBody.Array(body.RootElement, "records").Select(record => WireJson.Read(record)).ToList();
        await WriteAsync(
            exchange,
            records,
            HttpMethods.IsPost(method)
                ? (writer, record) => writer.Create(TypeOf(exchange, record), record)
                : (writer, record) => writer.Update(TypeOf(exchange, record), record.Find("Id") as string, record.Without("Id")),
            JsonBody.Flag(body.RootElement, "allOrNone")).ConfigureAwait(false);
    }

    /// <summary>Writes records and answers for each.</summary>
    public static Task WriteAsync<T>(
        Exchange exchange, IReadOnlyList<T> records, Func<RecordWriter, T, WriteResult> write, bool allOrNone, bool tellCreated = false)
    {
        if (records.Count > MostRecords)
        {
            throw new ApiException(400, "EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostRecords} records into this call");
        }

        var results = exchange.Services.Org.Edit(editor => BatchWriter.Write(editor, records, write, allOrNone), exchange.Session.User);
        return WriteAnswers.AllAsync(exchange, results, tellCreated);
    }

    private static ObjectDefinition TypeOf(Exchange exchange, WireRecord record) =>
        record.Type is { } type && exchange.Services.Org.Snapshot.Schema.FindObject(type) is { } definition
            ? definition
            : throw new Data.Editing.WriteException("INVALID_TYPE", $"sObject type '{record.Type}' is not supported.");
}
