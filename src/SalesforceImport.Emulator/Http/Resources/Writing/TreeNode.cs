using System.Text.Json;
using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>A record of a tree, before its children.</summary>
/// <param name="Definition">The record's object.</param>
/// <param name="Reference">The caller's name for the record.</param>
/// <param name="Record">Its fields.</param>
/// <param name="Parent">The record above; null at the root.</param>
/// <param name="ParentField">The field that refers to the record above.</param>
internal sealed record TreeNode(ObjectDefinition Definition, string Reference, WireRecord Record, TreeNode? Parent, string ParentField)
{
    private const int MostLevels = 5;

    /// <summary>Reads a tree, every record before its children.</summary>
    /// <exception cref="ApiException">It is no tree of records.</exception>
    public static IEnumerable<TreeNode> Read(SchemaView schema, ObjectDefinition root, JsonElement body) =>
        JsonBody.Array(body, "records").SelectMany(record => Read(schema, root, record, null, "", 1));

    private static IEnumerable<TreeNode> Read(SchemaView schema, ObjectDefinition definition, JsonElement json, TreeNode? parent, string field, int level)
    {
        if (level > MostLevels)
        {
            throw new ApiException(400, "INVALID_INPUT", $"A tree has at most {MostLevels} levels.");
        }

        var record = WireJson.Read(json, static (_, value) => IsChildren(value));
        if (!string.Equals(record.Type, definition.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(400, "INVALID_INPUT", $"Include the type {definition.Name} in the attributes of each record, not '{record.Type}'.");
        }

        var reference = WireJson.Attribute(json, "referenceId")
            ?? throw new ApiException(400, "INVALID_INPUT", "Include a reference ID for each record in the request.");
        var node = new TreeNode(definition, reference, record, parent, field);
        yield return node;
        foreach (var member in json.EnumerateObject().Where(member => IsChildren(member.Value)))
        {
            var relationship = schema.Children(definition).FirstOrDefault(child => string.Equals(child.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ApiException(400, "INVALID_FIELD", $"No such column '{member.Name}' on sobject of type {definition.Name}");
            var children = JsonBody.Array(member.Value, "records").SelectMany(child => Read(schema, schema.Get(relationship.Object), child, node, relationship.Field, level + 1));
            foreach (var child in children)
            {
                yield return child;
            }
        }
    }

    private static bool IsChildren(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("records", out _);
}
