using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>GET /sobjects/X/{id}</c>: one record.</summary>
internal sealed class RowResource : IResource
{
    public string Pattern => "sobjects/*/*";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var (snapshot, text) = (exchange.Services.Org.Snapshot, exchange.Arguments[1]);
        if (!RecordId.TryParse(text, out var id))
        {
            throw new ApiException(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {text}");
        }

        if (!snapshot.TryFind(id, out var table, out var row) || table.Definition != definition)
        {
            throw ApiException.NotFound();
        }

        return new RowReader(snapshot, table).MoveTo(row).IsDeleted
            ? throw new ApiException(404, "ENTITY_IS_DELETED", "entity is deleted")
            : RowAnswer.WriteAsync(exchange, snapshot, table, row);
    }
}
