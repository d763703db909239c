using System.Globalization;
using System.Text.Unicode;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads a value that came as text as its column's type. Each API writes the same value in its own way.</summary>
internal static class TypedText
{
    /// <summary>The most bytes of such a text.</summary>
    public const int MaxLength = 256;

    public static string TooLong(PropertyType type) => $"is too long for a {type}";

    /// <summary>Null when it fits, else what is wrong with it.</summary>
    public static string? Read(ReadOnlySpan<char> text, PropertyType type, ref FieldValue value)
    {
        Span<byte> utf8 = stackalloc byte[MaxLength];
        return Utf8.FromUtf16(text, utf8, out _, out int length) == System.Buffers.OperationStatus.Done
            ? Read(utf8[..length], type, ref value)
            : TooLong(type);
    }

    /// <summary>Null when it fits, else what is wrong with it.</summary>
    public static string? Read(ReadOnlySpan<byte> text, PropertyType type, ref FieldValue value)
    {
        switch (type)
        {
            case PropertyType.Date when IsoText.TryParseDate(text, out var date):
                value = FieldValue.FromDate(date);
                return null;
            case PropertyType.DateTime when IsoText.TryParseInstant(text, out var instant):
                value = FieldValue.FromDateTime(instant);
                return null;
            case PropertyType.Integer when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                return KeepInteger(number, ref value);
            case PropertyType.Decimal when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                value = FieldValue.FromDecimal(number);
                return null;
            case PropertyType.Boolean when text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8):
                value = FieldValue.FromBoolean(text.Length == 4);
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

    /// <summary>Keeps a whole number, however it was written: <c>5</c>, <c>5.0</c>, <c>5e0</c>.</summary>
    public static string? KeepInteger(decimal number, ref FieldValue value)
    {
        if (number != decimal.Truncate(number) || number < long.MinValue || number > long.MaxValue)
        {
            return "is no whole number that can be kept";
        }

        value = FieldValue.FromInteger((long)number);
        return null;
    }
}
