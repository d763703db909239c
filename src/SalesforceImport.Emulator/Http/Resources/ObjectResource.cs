using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/sobjects/X</c>: an object without its fields.</summary>
internal sealed class ObjectResource : IResource
{
    public string Pattern => "sobjects/*";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        return Answers.JsonAsync(exchange.Http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("objectDescribe");
            ObjectWriter.WriteSummary(json, definition, exchange.VersionPath);
            json.WriteEndObject();
            json.WriteStartArray("recentItems");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
