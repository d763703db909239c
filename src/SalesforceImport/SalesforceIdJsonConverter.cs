using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesforceImport;

/// <summary>Ids in JSON are their 18 characters.</summary>
internal sealed class SalesforceIdJsonConverter : JsonConverter<SalesforceId>
{
    public override SalesforceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && SalesforceId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("Expected a Salesforce id.");

    public override void Write(Utf8JsonWriter writer, SalesforceId value, JsonSerializerOptions options)
    {
        Span<byte> utf8 = stackalloc byte[18];
        writer.WriteStringValue(value.TryFormat(utf8) ? utf8 : []);
    }
}
