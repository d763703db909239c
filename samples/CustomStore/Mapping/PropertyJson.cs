using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>Values as JSON that SQL and people can read: numbers as numbers, dates and instants in ISO 8601.</summary>
internal static class PropertyJson
{
    private const string Date = "yyyy-MM-dd";

    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static JsonObject Parse(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();

    public static string Write(JsonObject values) => values.ToJsonString(Options);

    public static JsonNode? ToNode(FieldValue value) => value.IsNull ? null : value.Type switch
    {
        PropertyType.Text => JsonValue.Create(value.AsText()),
        PropertyType.Integer => JsonValue.Create(value.AsInteger()),
        PropertyType.Decimal => JsonValue.Create(value.AsDecimal()),
        PropertyType.Boolean => JsonValue.Create(value.AsBoolean()),
        PropertyType.Date => JsonValue.Create(value.AsDate().ToString(Date, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.AsDateTime().ToString("O", CultureInfo.InvariantCulture)),
    };

    public static FieldValue FromNode(JsonNode? node, PropertyType type) => node is null ? FieldValue.Null : type switch
    {
        PropertyType.Text => FieldValue.FromText(node.GetValue<string>()),
        PropertyType.Integer => FieldValue.FromInteger(node.GetValue<long>()),
        PropertyType.Decimal => FieldValue.FromDecimal(node.GetValue<decimal>()),
        PropertyType.Boolean => FieldValue.FromBoolean(node.GetValue<bool>()),
        PropertyType.Date => FieldValue.FromDate(DateOnly.ParseExact(node.GetValue<string>(), Date, CultureInfo.InvariantCulture)),
        _ => FieldValue.FromDateTime(DateTimeOffset.ParseExact(node.GetValue<string>(), "O", CultureInfo.InvariantCulture)),
    };
}
