using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Http.Resources.Writing;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>GET /sobjects/X/Field/value</c>: the record that a field identifies, or a choice where there are several.</summary>
internal sealed class RowByKeyResource : IResource
{
    public string Pattern => "sobjects/*/*/*";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var key = KeyNames.Find(exchange, definition, exchange.Arguments[1]);
        var snapshot = exchange.Services.Org.Snapshot;
        var table = snapshot.Tables[definition];
        return KeyFinder.Find(snapshot, table, key, exchange.Arguments[2]) switch
        {
            [] => throw ApiException.NotFound(),
            [var row] => RowAnswer.WriteAsync(exchange, snapshot, table, row),
            var found => RowChoices.WriteAsync(exchange, definition, found),
        };
    }
}
