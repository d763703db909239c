using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>Writes describes of objects.</summary>
internal static class ObjectWriter
{
    private static readonly string[] Abilities =
    [
        "activateable", "createable", "customSetting", "deepCloneable", "deletable", "feedEnabled", "layoutable", "mergeable", "mruEnabled",
        "queryable", "replicateable", "retrieveable", "searchable", "triggerable", "undeletable", "updateable",
    ];

    /// <summary>Writes what a global describe says of an object, inside an object that is open.</summary>
    public static void WriteSummary(Utf8JsonWriter json, ObjectDefinition definition, string versionPath)
    {
        foreach (var ability in Abilities)
        {
            json.WriteBoolean(ability, definition.Can(ability));
        }

        json.WriteNull("associateEntityType");
        json.WriteNull("associateParentEntity");
        json.WriteBoolean("custom", definition.IsCustom);
        json.WriteBoolean("deprecatedAndHidden", false);
        json.WriteBoolean("hasSubtypes", false);
        json.WriteBoolean("isInterface", false);
        json.WriteBoolean("isSubtype", false);
        json.WriteString("keyPrefix", definition.KeyPrefix);
        json.WriteString("label", definition.Label);
        json.WriteString("labelPlural", definition.LabelPlural);
        json.WriteString("name", definition.Name);
        var path = $"{versionPath}/sobjects/{definition.Name}";
        json.WriteStartObject("urls");
        json.WriteString("rowTemplate", path + "/{ID}");
        json.WriteString("describe", path + "/describe");
        json.WriteString("sobject", path);
        json.WriteEndObject();
    }

    /// <summary>Writes a whole describe.</summary>
    public static void WriteDescribe(Utf8JsonWriter json, ObjectDefinition definition, SchemaView schema, string versionPath)
    {
        json.WriteStartObject();
        WriteEmptyArray(json, "actionOverrides");
        WriteChildren(json, definition, schema);
        json.WriteBoolean("compactLayoutable", definition.Can("layoutable"));
        json.WriteNull("defaultImplementation");
        json.WriteNull("extendedBy");
        json.WriteNull("extendsInterfaces");
        json.WriteStartArray("fields");
        foreach (var field in schema.Fields(definition))
        {
            FieldWriter.Write(json, field);
        }

        json.WriteEndArray();
        json.WriteNull("implementedBy");
        json.WriteNull("implementsInterfaces");
        json.WriteNull("listviewable");
        json.WriteNull("lookupLayoutable");
        WriteEmptyArray(json, "namedLayoutInfos");
        json.WriteNull("networkScopeFieldName");
        WriteEmptyArray(json, "recordTypeInfos");
        json.WriteBoolean("searchLayoutable", definition.Can("searchable"));
        json.WriteString("sobjectDescribeOption", "FULL");
        json.WriteStartArray("supportedScopes");
        WriteScope(json, $"All {definition.LabelPlural.ToLowerInvariant()}", "everything");
        WriteScope(json, $"My {definition.LabelPlural.ToLowerInvariant()}", "mine");
        json.WriteEndArray();
        WriteSummary(json, definition, versionPath);
        json.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter json, ObjectDefinition definition, SchemaView schema)
    {
        json.WriteStartArray("childRelationships");
        foreach (var child in schema.Children(definition))
        {
            json.WriteStartObject();
            json.WriteBoolean("cascadeDelete", child.Cascade);
            json.WriteString("childSObject", child.Object);
            json.WriteBoolean("deprecatedAndHidden", false);
            json.WriteString("field", child.Field);
            WriteEmptyArray(json, "junctionIdListNames");
            WriteEmptyArray(json, "junctionReferenceTo");
            json.WriteString("relationshipName", child.Name);
            json.WriteBoolean("restrictedDelete", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScope(Utf8JsonWriter json, string label, string name)
    {
        json.WriteStartObject();
        json.WriteString("label", label);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteEmptyArray(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
