using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/sobjects/X/describe</c>: an object with the fields that the user may see.</summary>
internal sealed class DescribeResource : IResource
{
    public string Pattern => "sobjects/*/describe";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var schema = exchange.Services.Org.Snapshot.Schema;
        return Conditional.AnswerAsync(exchange, json => ObjectWriter.WriteDescribe(json, definition, schema, exchange.VersionPath));
    }
}
