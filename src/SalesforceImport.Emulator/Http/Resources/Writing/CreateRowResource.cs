using SalesforceImport.Emulator.Data.Editing.Wire;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>POST <c>/sobjects/X</c>: makes a record.</summary>
internal sealed class CreateRowResource : WriteResource
{
    public override string Pattern => "sobjects/*";

    public override IReadOnlyList<string> Methods => ["POST"];

    protected override async Task WriteAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var record = WireJson.Read(body.RootElement);
        var result = exchange.Services.Org.Edit(editor => new RecordWriter(editor).Create(definition, record), exchange.Session.User);
        exchange.Http.Response.Headers.Location = $"{exchange.VersionPath}/sobjects/{definition.Name}/{result.Id}";
        await Answers.JsonAsync(exchange.Http, 201, json => WriteAnswers.WriteOne(json, result, tellCreated: false)).ConfigureAwait(false);
    }
}
