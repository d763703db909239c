using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/limits/recordCount</c>: approximate counts; unknown names are dropped in silence.</summary>
internal sealed class RecordCountResource : IResource
{
    public string Pattern => "limits/recordCount";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        LimitsResource.CheckPermission(exchange);
        var schema = exchange.Services.Org.Snapshot.Schema;
        var wanted = exchange.Parameter("sObjects") is { } names
            ? names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(schema.FindObject).OfType<ObjectDefinition>().Distinct().ToList()
            : [.. schema.VisibleObjects];
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("sObjects");
            foreach (var definition in wanted)
            {
                json.WriteStartObject();
                json.WriteNumber("count", exchange.Services.Org.Count(definition.Name));
                json.WriteString("name", definition.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
