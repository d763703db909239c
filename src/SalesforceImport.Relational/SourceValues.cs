using System.Text.Json;

namespace SalesforceImport.Relational;

/// <summary>The values of a source, by property name, so that they outlive a change of the schema.</summary>
internal static class SourceValues
{
    public static string? ToJson(IReadOnlyList<FieldValue>? values, StoreSchema schema) => values is null ? null : ValueJson.Write(writer =>
    {
        writer.WriteStartObject();
        for (int i = 0; i < values.Count; i++)
        {
            if (!values[i].IsNull)
            {
                writer.WritePropertyName(schema.Properties[i].Name);
                ValueJson.Write(writer, values[i]);
            }
        }

        writer.WriteEndObject();
    });

    public static FieldValue[]? FromJson(string? json, StoreSchema schema)
    {
        if (json is null)
        {
            return null;
        }

        var values = new FieldValue[schema.Properties.Count];
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (schema.IndexOf(property.Name) is >= 0 and var index)
            {
                values[index] = ValueJson.Read(property.Value);
            }
        }

        return values;
    }
}
