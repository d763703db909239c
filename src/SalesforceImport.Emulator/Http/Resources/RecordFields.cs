using SalesforceImport.Emulator.Querying.Output;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>The fields of a record that is asked for by id.</summary>
internal static class RecordFields
{
    public static IReadOnlyList<OutputNode> All(SchemaView schema, ObjectDefinition definition) =>
        [.. schema.Fields(definition).Select(field => new FieldOutput(field, false))];

    /// <summary>The fields named, and the id, which comes last where it was not.</summary>
    /// <exception cref="ApiException">There is no such field, or the user may not see it.</exception>
    public static IReadOnlyList<OutputNode> Select(SchemaView schema, ObjectDefinition definition, IEnumerable<string> names)
    {
        var fields = names.Select(name => schema.Find(definition, name)
            ?? throw new ApiException(400, "INVALID_FIELD", $"No such column '{name}' on sobject of type {definition.Name}"));
        return [.. fields.Append(definition.Id).Distinct().Select(field => new FieldOutput(field, false))];
    }

    public static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
