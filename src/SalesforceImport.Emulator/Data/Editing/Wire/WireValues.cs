using System.Globalization;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>Reads the values of the API, in JSON or CSV, as the types that fields hold.</summary>
internal static class WireValues
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK"];

    private static readonly string[] DateTimeForms =
    [
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-dd",
    ];

    /// <exception cref="WriteException">The value is of no type that the field takes.</exception>
    public static object? Read(FieldDefinition field, object? value) => value switch
    {
        null or "" => null,
        string text => Parse(field, text),
        bool flag when field.Type == FieldType.Boolean => flag,
        bool flag when field.IsText => flag ? "true" : "false",
        decimal number when field.IsNumber => number,
        decimal number when field.IsText => number.ToString(CultureInfo.InvariantCulture),
        _ => throw Broken(field, value),
    };

    private static object Parse(FieldDefinition field, string text)
    {
        switch (field.Type)
        {
            case FieldType.Boolean:
                return text.ToUpperInvariant() switch { "TRUE" or "1" => true, "FALSE" or "0" => false, _ => throw Broken(field, text) };
            case FieldType.Int or FieldType.Double or FieldType.Currency or FieldType.Percent:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Broken(field, text);
            case FieldType.Date:
                return DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                    ? DateOnly.FromDateTime(day.UtcDateTime) : throw Broken(field, text);
            case FieldType.DateTime:
                return DateTimeOffset.TryParseExact(WithColon(text), DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                    ? instant : throw Broken(field, text);
            case FieldType.Email when !IsEmail(text):
                throw WriteErrors.BadEmail(field, text);
            default:
                return text;
        }
    }

    // The API's own form of an offset, +0000, is none of .NET's.
    private static string WithColon(string text) => text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOf(':') < 0
        ? text.Insert(text.Length - 2, ":")
        : text;

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && !text.AsSpan().ContainsAny(' ', ',', ';')
            && text.LastIndexOf('.') is var dot && dot > at + 1 && dot < text.Length - 1;
    }

    private static WriteException Broken(FieldDefinition field, object value)
    {
        var kind = value switch { string => "VALUE_STRING", bool => "VALUE_BOOLEAN", decimal => "VALUE_NUMBER", ForeignKey => "START_OBJECT", _ => "START_ARRAY" };
        var shown = value switch { ForeignKey => "{", string or bool or decimal => string.Create(CultureInfo.InvariantCulture, $"{value}"), _ => "[" };
        return new WriteException(
            "JSON_PARSER_ERROR",
            $"Cannot deserialize instance of {field.WireType} from {kind} value {shown} or request may be missing a required field",
            field.Name);
    }
}
