using System.Text.Json;
using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Http;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>What an ingest job was asked to do.</summary>
/// <param name="Operation">insert, update, upsert, delete or hardDelete.</param>
/// <param name="Object">The object's name.</param>
/// <param name="Key">The field that an upsert finds records by; null for the other operations.</param>
/// <param name="Format">How the data are laid out.</param>
/// <param name="Version">The number of the API version that the job was made with.</param>
/// <param name="User">The number of the user that made it.</param>
internal sealed record IngestRequest(string Operation, string Object, string? Key, CsvFormat Format, int Version, int User)
{
    public const string Upsert = "upsert";

    private static readonly string[] Operations = ["insert", "update", Upsert, "delete", "hardDelete"];

    /// <exception cref="ApiException">It cannot be done.</exception>
    public static IngestRequest Read(JsonElement body, SchemaView schema, int version, int user)
    {
        if (JsonBody.Text(body, "operation") is not { } operation || !Operations.Contains(operation))
        {
            throw Invalid($"Unsupported operation: {JsonBody.Text(body, "operation")}");
        }

        if (JsonBody.Text(body, "contentType") is not (null or "CSV") and var type)
        {
            throw Invalid($"Unsupported contentType: {type}");
        }

        var definition = JsonBody.Text(body, "object") is { } name ? schema.FindObject(name) : null;
        if (definition is null || !definition.Can("queryable"))
        {
            throw Invalid($"Unable to find object: {JsonBody.Text(body, "object")}");
        }

        var format = CsvFormat.Find(JsonBody.Text(body, "columnDelimiter"), JsonBody.Text(body, "lineEnding")) ?? throw Invalid("Unsupported columnDelimiter or lineEnding");
        return new IngestRequest(operation, definition.Name, ReadKey(body, schema, definition, operation), format, version, user);
    }

    private static string? ReadKey(JsonElement body, SchemaView schema, ObjectDefinition definition, string operation)
    {
        var name = JsonBody.Text(body, "externalIdFieldName");
        if (operation != Upsert)
        {
            return null;
        }

        if (name is null)
        {
            throw Invalid("External ID field name is required for upsert operation");
        }

        return schema.Find(definition, name) is { } field && KeyFinder.IsKey(field)
            ? field.Name
            : throw Invalid($"InvalidJob : Field name provided, {name} does not match an External ID, Salesforce Id, or indexed field for {definition.Name}");
    }

    private static ApiException Invalid(string message) => new(400, "INVALIDJOB", message);
}
