namespace SalesforceImport.Emulator.Http.Composite;

/// <summary><c>GET /composite</c>: where the composite resources are.</summary>
internal sealed class CompositeListResource : IResource
{
    private static readonly string[] Names = ["batch", "sobjects"];

    public string Pattern => "composite";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange) => Answers.JsonAsync(exchange.Http, 200, json =>
    {
        json.WriteStartObject();
        foreach (var name in Names)
        {
            json.WriteString(name, $"{exchange.VersionPath}/composite/{name}");
        }

        json.WriteEndObject();
    });
}
