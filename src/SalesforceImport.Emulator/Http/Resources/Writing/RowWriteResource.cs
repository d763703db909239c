using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing;
using SalesforceImport.Emulator.Data.Editing.Wire;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>PATCH and DELETE <c>/sobjects/X/{id}</c>: changes or deletes a record.</summary>
internal sealed class RowWriteResource : WriteResource
{
    public override string Pattern => "sobjects/*/*";

    public override IReadOnlyList<string> Methods => ["PATCH", "DELETE"];

    protected override async Task WriteAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var id = exchange.Arguments[1];
        if (!RecordId.TryParse(id, out var parsed))
        {
            throw new ApiException(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {id}");
        }

        if (HttpMethods.IsDelete(exchange.Http.Request.Method))
        {
            exchange.Services.Org.Edit(editor => Known(exchange, editor, parsed).Delete(definition, id), exchange.Session.User);
        }
        else
        {
            using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
            var record = WireJson.Read(body.RootElement);
            exchange.Services.Org.Edit(editor => Known(exchange, editor, parsed).Update(definition, id, record), exchange.Session.User);
        }

        await NothingAsync(exchange).ConfigureAwait(false);
    }

    // The tag is compared in the same step as the record is written, so that of two writers who know the same record one loses.
    private static RecordWriter Known(Exchange exchange, OrgEditor editor, RecordId id)
    {
        if (editor.Snapshot.TryFind(id, out var table, out var row))
        {
            EntityTag.Require(exchange.Http.Request, EntityTag.Of(new RowReader(editor.Snapshot, table).MoveTo(row)));
        }

        return new RecordWriter(editor);
    }
}
