using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesforceImport.Budgeting;

internal sealed class ApiReserveJsonConverter : JsonConverter<ApiReserve>
{
    public override ApiReserve Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ApiReserve.TryParse(reader.GetString(), out var reserve)
            ? reserve
            : throw new JsonException("Expected a reserve such as \"500\" or \"10%\".");

    public override void Write(Utf8JsonWriter writer, ApiReserve value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
