using System.Globalization;
using System.Text.Json;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources.Replication;

/// <summary><c>/sobjects/X/updated</c>: the ids of the records that were made or changed in a time.</summary>
internal sealed class UpdatedResource : IResource
{
    private const int IdsPerFlush = 2000;

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    private static readonly string[] Stamps = ["SystemModstamp", "LastModifiedDate", "CreatedDate"];

    public string Pattern => "sobjects/*/updated";

    public IReadOnlyList<string> Methods => ["GET"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var window = ReplicationWindow.Read(exchange, definition, LookBack);
        var rows = Find(exchange, definition, window);
        if (rows.Count > ReplicationWindow.MostIds)
        {
            throw ReplicationWindow.TooMany();
        }

        exchange.Http.Response.ContentType = Answers.Json;
        var output = exchange.Http.Response.BodyWriter;
        using var json = new Utf8JsonWriter(output, RowWriter.Options);
        json.WriteStartObject();
        json.WriteStartArray("ids");
        var ids = exchange.Services.Org.Snapshot.Tables[definition].Ids;
        foreach (var chunk in rows.From(0).Chunk(IdsPerFlush))
        {
            foreach (var row in chunk)
            {
                json.WriteStringValue(ids.At(row).ToString());
            }

            json.Flush();
            await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteString("latestDateCovered", ReplicationWindow.Text(window.Covered));
        json.WriteEndObject();
        json.Flush();
        await output.FlushAsync(exchange.Http.RequestAborted).ConfigureAwait(false);
    }

    private static RowSequence Find(Exchange exchange, ObjectDefinition definition, ReplicationWindow window)
    {
        var stamp = Stamps.First(name => definition.Find(name) is not null);
        var soql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT Id FROM {definition.Name} WHERE {stamp} >= {window.From.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}Z AND {stamp} < {window.Until.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}Z");
        var services = exchange.Services;
        return QueryRunner.Rows(
            new QueryContext(services.Org.Snapshot, soql, services.Options.TimeProvider.GetUtcNow(), All: false, exchange.StartClock()), SoqlParser.Parse(soql));
    }
}
