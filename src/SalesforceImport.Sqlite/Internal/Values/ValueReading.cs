using System.Globalization;
using System.Text;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Values out of columns. What the store wrote comes back exactly; what a host wrote is read with good will, and where
/// that does not help, the message names the row and the column.
/// </summary>
internal static class ValueReading
{
    public static FieldValue Read(Statement row, int column, PropertyType type, TextArena texts, string table, string columnName)
    {
        int storage = row.StorageClass(column);
        return storage == raw.SQLITE_NULL ? FieldValue.Null
            : TryRead(row, column, type, storage, texts) is { IsNull: false } value ? value
            : throw new SalesforceImportException(string.Create(
                CultureInfo.InvariantCulture,
                $"Column '{columnName}' of '{table}' holds '{row.Text(column)}' in row {row.Int64(0)}, which is no {type}. Correct the value, or map the property to another column."));
    }

    private static FieldValue TryRead(Statement row, int column, PropertyType type, int storage, TextArena texts) => type switch
    {
        PropertyType.Text => texts.Keep(row.Bytes(column)),
        PropertyType.Integer => Number(row, column, storage) is { } number && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? FieldValue.FromInteger((long)number)
            : FieldValue.Null,
        PropertyType.Decimal => Number(row, column, storage) is { } number ? FieldValue.FromDecimal(number) : FieldValue.Null,
        PropertyType.Boolean => Boolean(row, column, storage) is { } flag ? FieldValue.FromBoolean(flag) : FieldValue.Null,
        PropertyType.Date => DateOnly.TryParse(row.Text(column), CultureInfo.InvariantCulture, out var date)
            ? FieldValue.FromDate(date)
            : FieldValue.Null,
        _ => InstantText.TryParse(row.Bytes(column), out var instant) ? FieldValue.FromDateTime(instant) : FieldValue.Null,
    };

    private static decimal? Number(Statement row, int column, int storage) => storage switch
    {
        raw.SQLITE_INTEGER => row.Int64(column),
        raw.SQLITE_FLOAT => Math.Abs(row.Double(column)) < 7.9e28 ? DecimalText.FromReal(row.Double(column)) : null,
        _ => DecimalText.TryParse(row.Bytes(column), out decimal number) ? number : null,
    };

    private static bool? Boolean(Statement row, int column, int storage) =>
        storage is raw.SQLITE_INTEGER or raw.SQLITE_FLOAT ? row.Double(column) != 0
        : Encoding.UTF8.GetString(row.Bytes(column)).Trim().ToLowerInvariant() switch
        {
            "1" or "true" => true,
            "0" or "false" => false,
            _ => null,
        };
}
