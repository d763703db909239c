namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>The resources of a version.</summary>
internal sealed class RootResource : IResource
{
    private static readonly string[] Names = ["composite", "jobs", "limits", "query", "queryAll", "sobjects"];

    public string Pattern => "";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange) => Answers.JsonAsync(exchange.Http, 200, json =>
    {
        json.WriteStartObject();
        foreach (var name in Names)
        {
            json.WriteString(name, $"{exchange.VersionPath}/{name}");
        }

        json.WriteString("identity", $"{exchange.Services.BaseUrl}/id/{exchange.Services.Org.Id}/{exchange.Services.Org.IdAt("User", exchange.Session.User)}");
        json.WriteEndObject();
    });
}
