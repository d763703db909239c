using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>
/// Writes a value so that its type is kept: <c>null</c>, or an object with one property that names the type, such as
/// <c>{"date":"2026-01-01"}</c>.
/// </summary>
internal sealed class ConditionValueJsonConverter : JsonConverter<ConditionValue>
{
    public override bool HandleNull => true;

    public override ConditionValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return ConditionValue.Null;
        }

        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw Unreadable();
        }

        string? type = reader.GetString();
        reader.Read();
        var value = Read(ref reader, type);
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? value : throw Unreadable();
    }

    public override void Write(Utf8JsonWriter writer, ConditionValue value, JsonSerializerOptions options)
    {
        if (value.IsNull)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        switch (value.Value.Type)
        {
            case PropertyType.Text:
                writer.WriteString("text", value.Value.AsText());
                break;
            case PropertyType.Integer:
                writer.WriteNumber("integer", value.Value.AsInteger());
                break;
            case PropertyType.Decimal:
                writer.WriteNumber("decimal", value.Value.AsDecimal());
                break;
            case PropertyType.Boolean:
                writer.WriteBoolean("boolean", value.Value.AsBoolean());
                break;
            case PropertyType.Date:
                writer.WriteString("date", SoqlText.Literal(value.Value.AsDate()));
                break;
            default:
                writer.WriteString("instant", SoqlText.Literal(value.Value.AsDateTime()));
                break;
        }

        writer.WriteEndObject();
    }

    private static ConditionValue Read(ref Utf8JsonReader reader, string? type) => (type, reader.TokenType) switch
    {
        ("text", JsonTokenType.String) => reader.GetString(),
        ("integer", JsonTokenType.Number) when reader.TryGetInt64(out long number) => number,
        ("decimal", JsonTokenType.Number) when reader.TryGetDecimal(out decimal number) => number,
        ("boolean", JsonTokenType.True or JsonTokenType.False) => reader.GetBoolean(),
        ("date", JsonTokenType.String) when DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        ("instant", JsonTokenType.String) when reader.TryGetDateTimeOffset(out var instant) => instant,
        _ => throw Unreadable(),
    };

    private static JsonException Unreadable() => new("Expected null, or an object with one of text, integer, decimal, boolean, date, instant.");
}
