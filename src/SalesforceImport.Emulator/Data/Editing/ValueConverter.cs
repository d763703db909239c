using System.Globalization;
using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Turns values that callers give into what an edited row stores, or says why they do not fit.</summary>
internal static class ValueConverter
{
    public static object? Convert(SchemaView schema, FieldDefinition field, object? value)
    {
        if (value is null or "")
        {
            return field.Has(FieldFlag.Nillable) ? null : throw Misfit(field, "cannot be null");
        }

        return field.Type switch
        {
            FieldType.Boolean => value is bool ? value : throw Misfit(field, "takes a bool"),
            FieldType.Int => Number(field, value, static number => System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
            FieldType.Double or FieldType.Currency or FieldType.Percent =>
                Number(field, value, static number => System.Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
            FieldType.Date => value is DateOnly ? value : throw Misfit(field, "takes a DateOnly"),
            FieldType.DateTime => value is DateTimeOffset instant ? instant.ToUniversalTime() : throw Misfit(field, "takes a DateTimeOffset"),
            FieldType.Id or FieldType.Reference => Reference(schema, field, value),
            FieldType.Address => throw Misfit(field, "is a compound; set its parts"),
            _ => Text(field, value),
        };
    }

    private static byte[] Text(FieldDefinition field, object value) => value switch
    {
        string text when text.Length <= field.Length => Encoding.UTF8.GetBytes(text),
        string => throw Misfit(field, $"takes at most {field.Length} characters"),
        _ => throw Misfit(field, "takes a string"),
    };

    private static RecordId Reference(SchemaView schema, FieldDefinition field, object value) =>
        value is string text && RecordId.TryParse(text, out var id)
            && field.ReferenceTo.Any(target => schema.FindAnyObject(target) is not { } known || known.KeyPrefix == id.Prefix)
            ? id
            : throw Misfit(field, $"takes the id of a {string.Join(" or ", field.ReferenceTo)}");

    private static object Number(FieldDefinition field, object value, Func<object, object> convert) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            ? convert(value)
            : throw Misfit(field, "takes a number");

    private static ArgumentException Misfit(FieldDefinition field, string why) => new($"{field.Name} {why}.");
}
