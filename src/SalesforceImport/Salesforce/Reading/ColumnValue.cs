using System.Globalization;
using System.Text.Json;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads one value as its column's type.</summary>
internal static class ColumnValue
{
    private const int MaxTypedText = 256;

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
                return KeepInteger(number, ref value);
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
        Span<byte> decoded = stackalloc byte[MaxTypedText * 3];
        scoped var raw = reader.ValueSpan;
        if (raw.Length > MaxTypedText)
        {
            return $"is too long for a {type}";
        }

        if (reader.ValueIsEscaped)
        {
            int length = JsonText.Decode(raw, decoded);
            raw = decoded[..length];
        }

        switch (type)
        {
            case PropertyType.Date when IsoText.TryParseDate(raw, out var date):
                value = FieldValue.FromDate(date);
                return null;
            case PropertyType.DateTime when IsoText.TryParseInstant(raw, out var instant):
                value = FieldValue.FromDateTime(instant);
                return null;
            case PropertyType.Integer when decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                return KeepInteger(number, ref value);
            case PropertyType.Decimal when decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                value = FieldValue.FromDecimal(number);
                return null;
            case PropertyType.Boolean when raw.SequenceEqual("true"u8) || raw.SequenceEqual("false"u8):
                value = FieldValue.FromBoolean(raw.Length == 4);
                return null;
            case PropertyType.Date:
                return "is no date";
            case PropertyType.DateTime:
                return "is no date and time with an offset";
            case PropertyType.Boolean:
                return "is neither true nor false";
            default:
                return $"is no {(type == PropertyType.Integer ? "whole" : "decimal")} number";
        }
    }

    private static string? KeepInteger(decimal number, ref FieldValue value)
    {
        if (number != decimal.Truncate(number) || number < long.MinValue || number > long.MaxValue)
        {
            return "is no whole number that can be kept";
        }

        value = FieldValue.FromInteger((long)number);
        return null;
    }
}
