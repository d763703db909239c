using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesforceImport.Relational;

/// <summary>
/// Values beside the rows, as JSON by property name: text, whole numbers and booleans as JSON has them, the others as
/// <c>{"decimal":"1.20"}</c>, <c>{"date":"2026-01-02"}</c> and <c>{"instant":"2026-01-02T03:04:05.678Z"}</c>.
/// </summary>
internal static class ValueJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, in FieldValue value)
    {
        if (value.TryGetUtf8(out var utf8))
        {
            writer.WriteStringValue(utf8);
            return;
        }

        switch (value.Type)
        {
            case PropertyType.Text when value.IsNull:
                writer.WriteNullValue();
                break;
            case PropertyType.Text:
                writer.WriteStringValue(value.AsText());
                break;
            case PropertyType.Integer:
                writer.WriteNumberValue(value.AsInteger());
                break;
            case PropertyType.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case PropertyType.Decimal:
                WriteTagged(writer, "decimal", value.AsDecimal().ToString(CultureInfo.InvariantCulture));
                break;
            case PropertyType.Date:
                WriteTagged(writer, "date", value.AsDate().ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                WriteTagged(writer, "instant", InstantText.ToText(value.AsDateTime()));
                break;
        }
    }

    public static FieldValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => FieldValue.FromText(element.GetString()),
        JsonValueKind.Number => FieldValue.FromInteger(element.GetInt64()),
        JsonValueKind.True or JsonValueKind.False => FieldValue.FromBoolean(element.GetBoolean()),
        JsonValueKind.Object => ReadTagged(element),
        _ => FieldValue.Null,
    };

    private static void WriteTagged(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }

    private static FieldValue ReadTagged(JsonElement element)
    {
        var tagged = element.EnumerateObject().First();
        string text = tagged.Value.GetString()!;
        return tagged.Name switch
        {
            "decimal" => FieldValue.FromDecimal(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)),
            "date" => FieldValue.FromDate(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
            _ => FieldValue.FromDateTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
        };
    }
}
