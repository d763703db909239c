namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>PATCH <c>/composite/sobjects/X/Field</c>: changes or makes up to 200 records that a field identifies.</summary>
internal sealed class CollectionUpsertResource : IResource
{
    public string Pattern => "composite/sobjects/*/*";

    public IReadOnlyList<string> Methods => ["PATCH"];

    public async Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var key = KeyNames.Find(exchange, definition, exchange.Arguments[1]);
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var records = JsonBody.Array(body.RootElement, "records").Select(record => WireJson.Read(record)).ToList();
        await CollectionResource.WriteAsync(
            exchange,
            records,
            (writer, record) => writer.Upsert(definition, key, record.Find(key.Name), record.Without(key.Name)),
            JsonBody.Flag(body.RootElement, "allOrNone"),
            tellCreated: true).ConfigureAwait(false);
    }
}
