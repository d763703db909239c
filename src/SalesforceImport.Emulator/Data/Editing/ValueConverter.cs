using System.Globalization;
using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Turns values that callers give into what an edited row stores, or says why they do not fit.</summary>
internal static class ValueConverter
{
    private const int FirstYear = 1700;
    private const int LastYear = 4000;

    /// <exception cref="WriteException">The value does not fit the field.</exception>
    public static object? Convert(SchemaView schema, FieldDefinition field, object? value)
    {
        if (value is null or "")
        {
            return field.Has(FieldFlag.Nillable) ? null
                : field.Type == FieldType.Boolean ? throw WriteErrors.WrongType(field, value)
                : throw WriteErrors.Required([field.Name]);
        }

        return field.Type switch
        {
            FieldType.Boolean => value is bool ? value : throw WriteErrors.WrongType(field, value),
            FieldType.Int => Whole(field, value),
            FieldType.Double or FieldType.Currency or FieldType.Percent => Number(field, value),
            FieldType.Date => Day(field, value is DateOnly day ? day : throw WriteErrors.WrongType(field, value)),
            FieldType.DateTime => Instant(field, value is DateTimeOffset instant ? instant.ToUniversalTime() : throw WriteErrors.WrongType(field, value)),
            FieldType.Id or FieldType.Reference => Reference(schema, field, value),
            FieldType.Address => throw WriteErrors.NotWritable([field.Name]),
            _ => Text(field, value),
        };
    }

    private static DateOnly Day(FieldDefinition field, DateOnly day) => day.Year is >= FirstYear and <= LastYear ? day : throw WriteErrors.OutsideDates(field, day);

    private static DateTimeOffset Instant(FieldDefinition field, DateTimeOffset instant)
    {
        Day(field, DateOnly.FromDateTime(instant.UtcDateTime));
        return instant;
    }

    private static byte[] Text(FieldDefinition field, object value)
    {
        if (value is not string text)
        {
            throw WriteErrors.WrongType(field, value);
        }

        if (field.Type == FieldType.MultiPicklist)
        {
            return Several(field, text);
        }

        if (text.Length > field.Length)
        {
            throw WriteErrors.TooLong(field, text);
        }

        return !field.Has(FieldFlag.RestrictedPicklist) || field.Values.Contains(text)
            ? Encoding.UTF8.GetBytes(text)
            : throw WriteErrors.BadPicklistValue(field, text);
    }

    // The org keeps the values in the order of its list, each once.
    private static byte[] Several(FieldDefinition field, string text)
    {
        var values = FieldDefinition.SplitValues(text).Distinct(StringComparer.Ordinal).ToList();
        if (field.Has(FieldFlag.RestrictedPicklist) && values.Find(value => !field.Values.Contains(value)) is { } unknown)
        {
            throw WriteErrors.BadPicklistValue(field, unknown);
        }

        var joined = string.Join(';', values.OrderBy(value => field.Values.Contains(value) ? field.Values.TakeWhile(known => known != value).Count() : int.MaxValue));
        return joined.Length > field.Length ? throw WriteErrors.TooLong(field, joined) : Encoding.UTF8.GetBytes(joined);
    }

    private static RecordId Reference(SchemaView schema, FieldDefinition field, object value)
    {
        if (value is not string text || !RecordId.TryParse(text, out var id))
        {
            throw WriteErrors.MalformedId(field, value);
        }

        return field.ReferenceTo.Any(target => schema.FindAnyObject(target) is not { } known || known.KeyPrefix == id.Prefix)
            ? id
            : throw WriteErrors.WrongReference(field, text);
    }

    private static long Whole(FieldDefinition field, object value)
    {
        var number = Decimal(field, value);
        return decimal.Truncate(number) != number ? throw WriteErrors.WrongType(field, value)
            : number is < int.MinValue or > int.MaxValue ? throw WriteErrors.OutsideRange(field, value)
            : (long)number;
    }

    private static decimal Number(FieldDefinition field, object value)
    {
        var number = Decimal(field, value);
        var places = Math.Clamp(field.Precision - field.Scale, 1, 18);
        return Math.Abs(decimal.Truncate(number)) >= Power(places) ? throw WriteErrors.OutsideRange(field, value) : number;
    }

    private static decimal Decimal(FieldDefinition field, object value)
    {
        try
        {
            return value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
                ? System.Convert.ToDecimal(value, CultureInfo.InvariantCulture)
                : throw WriteErrors.WrongType(field, value);
        }
        catch (OverflowException)
        {
            throw WriteErrors.OutsideRange(field, value);
        }
    }

    private static decimal Power(int places)
    {
        var power = 1m;
        for (var i = 0; i < places; i++)
        {
            power *= 10;
        }

        return power;
    }
}
