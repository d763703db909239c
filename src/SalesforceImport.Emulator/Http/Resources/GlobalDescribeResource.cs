using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/sobjects</c>: every object, without fields.</summary>
internal sealed class GlobalDescribeResource : IResource
{
    private const int MaxBatchSize = 200;

    public string Pattern => "sobjects";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange) => Conditional.AnswerAsync(exchange, json =>
    {
        json.WriteStartObject();
        json.WriteString("encoding", "UTF-8");
        json.WriteNumber("maxBatchSize", MaxBatchSize);
        json.WriteStartArray("sobjects");
        foreach (var definition in exchange.Services.Org.Snapshot.Schema.VisibleObjects)
        {
            json.WriteStartObject();
            ObjectWriter.WriteSummary(json, definition, exchange.VersionPath);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
