using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads one value as its column's type.</summary>
internal static class ColumnValue
{
    /// <summary>Reads the value the reader stands on; null when it fits, else what is wrong with it.</summary>
    public static string? Read(ref Utf8JsonReader reader, PropertyType type, TextArena text, ref FieldValue value)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            value = FieldValue.Null;
            return null;
        }

        if (type == PropertyType.Text)
        {
            value = text.Keep(reader.ValueSpan, reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
            return null;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            return ReadText(ref reader, type, ref value);
        }

        return type switch
        {
            PropertyType.Integer => ReadInteger(ref reader, ref value),
            PropertyType.Decimal => ReadDecimal(ref reader, ref value),
            PropertyType.Boolean => ReadBoolean(ref reader, ref value),
            PropertyType.Date => "is no date",
            _ => "is no date and time",
        };
    }

    private static string? ReadInteger(ref Utf8JsonReader reader, ref FieldValue value)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long whole))
            {
                value = FieldValue.FromInteger(whole);
                return null;
            }

            if (reader.TryGetDecimal(out decimal number))
            {
                return TypedText.KeepInteger(number, ref value);
            }
        }

        return "is no whole number that can be kept";
    }

    private static string? ReadDecimal(ref Utf8JsonReader reader, ref FieldValue value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number))
        {
            value = FieldValue.FromDecimal(number);
            return null;
        }

        return "is no decimal number that can be kept";
    }

    private static string? ReadBoolean(ref Utf8JsonReader reader, ref FieldValue value)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            value = FieldValue.FromBoolean(reader.TokenType == JsonTokenType.True);
            return null;
        }

        return "is neither true nor false";
    }

    private static string? ReadText(ref Utf8JsonReader reader, PropertyType type, ref FieldValue value)
    {
        Span<byte> decoded = stackalloc byte[TypedText.MaxLength * 3];
        scoped var raw = reader.ValueSpan;
        if (raw.Length > TypedText.MaxLength)
        {
            return TypedText.TooLong(type);
        }

        if (reader.ValueIsEscaped)
        {
            int length = JsonText.Decode(raw, decoded);
            raw = decoded[..length];
        }

        return TypedText.Read(raw, type, ref value);
    }
}
