using System.Globalization;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>PATCH and DELETE <c>/sobjects/X/Field/value</c>: changes, makes or deletes the record that a field identifies.</summary>
internal sealed class UpsertResource : WriteResource
{
    // From this version on an update is answered with a body.
    private const int FirstWithBody = 46;

    public override string Pattern => "sobjects/*/*/*";

    public override IReadOnlyList<string> Methods => ["PATCH", "DELETE"];

    protected override async Task WriteAsync(Exchange exchange)
    {
        var definition = ObjectNames.Find(exchange, exchange.Arguments[0]);
        var key = KeyNames.Find(exchange, definition, exchange.Arguments[1]);
        var value = exchange.Arguments[2];
        var found = KeyFinder.Find(exchange.Services.Org.Snapshot, exchange.Services.Org.Snapshot.Tables[definition], key, value);
        if (found.Count > 1)
        {
            await RowChoices.WriteAsync(exchange, definition, found).ConfigureAwait(false);
        }
        else if (HttpMethods.IsDelete(exchange.Http.Request.Method))
        {
            var id = found.Count == 1 ? IdOf(exchange, definition, found[0]) : throw ApiException.NotFound();
            exchange.Services.Org.Edit(editor => new RecordWriter(editor).Delete(definition, id.ToString()), exchange.Session.User);
            await NothingAsync(exchange).ConfigureAwait(false);
        }
        else
        {
            await UpsertAsync(exchange, definition, key, value).ConfigureAwait(false);
        }
    }

    private static async Task UpsertAsync(Exchange exchange, ObjectDefinition definition, FieldDefinition key, string value)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var record = WireJson.Read(body.RootElement);
        if (record.Values.Any(pair => string.Equals(pair.Key, key.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw Data.Editing.WriteErrors.NotInBody(key.Name);
        }

        var result = exchange.Services.Org.Edit(editor => new RecordWriter(editor).Upsert(definition, key, value, record), exchange.Session.User);
        if (result.Created)
        {
            exchange.Http.Response.Headers.Location = $"{exchange.VersionPath}/sobjects/{definition.Name}/{result.Id}";
        }
        else if (int.Parse(exchange.Version.AsSpan(1, exchange.Version.Length - 3), CultureInfo.InvariantCulture) < FirstWithBody)
        {
            await NothingAsync(exchange).ConfigureAwait(false);
            return;
        }

        await Answers.JsonAsync(exchange.Http, result.Created ? 201 : 200, json => WriteAnswers.WriteOne(json, result, tellCreated: true)).ConfigureAwait(false);
    }

    private static RecordId IdOf(Exchange exchange, ObjectDefinition definition, long row) => exchange.Services.Org.Snapshot.Tables[definition].Ids.At(row);
}
