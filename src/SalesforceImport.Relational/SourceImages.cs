using System.Globalization;
using System.Text.Json;

namespace SalesforceImport.Relational;

/// <summary>The records of a row as history keeps them: as JSON, with values by property name.</summary>
internal static class SourceImages
{
    public static string ToJson(IReadOnlyList<StoredSource> sources, StoreSchema schema) => ValueJson.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var source in sources)
        {
            writer.WriteStartObject();
            writer.WriteString("org", source.Key.Org.ToString());
            writer.WriteString("id", source.Key.Id.ToString());
            writer.WriteString("object", source.Object);
            writer.WriteBoolean("contributes", source.Contributes);
            WriteIfAny(writer, "created", source.CreatedDate?.UtcTicks.ToString(CultureInfo.InvariantCulture));
            WriteIfAny(writer, "email", source.Email);
            WriteIfAny(writer, "linkedTo", source.LinkedTo?.ToString());
            WriteIfAny(writer, "values", SourceValues.ToJson(source.Values, schema));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static List<StoredSource> FromJson(string json, StoreSchema schema)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(source => Read(source, schema))];
    }

    private static StoredSource Read(JsonElement source, StoreSchema schema) => new()
    {
        Key = new(SalesforceId.Parse(source.GetProperty("org").GetString()!), SalesforceId.Parse(source.GetProperty("id").GetString()!)),
        Object = source.GetProperty("object").GetString()!,
        Contributes = source.GetProperty("contributes").GetBoolean(),
        CreatedDate = Text(source, "created") is { } ticks ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) : null,
        Email = Text(source, "email"),
        LinkedTo = Text(source, "linkedTo") is { } link ? SalesforceId.Parse(link) : null,
        Values = SourceValues.FromJson(Text(source, "values"), schema),
    };

    private static string? Text(JsonElement source, string name) => source.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
