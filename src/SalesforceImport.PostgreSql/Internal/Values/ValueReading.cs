using System.Globalization;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Values out of columns. What the store wrote comes back exactly; where a host wrote what the property's type cannot
/// hold, the message names the row and the column.
/// </summary>
internal static class ValueReading
{
    public static FieldValue Read(NpgsqlDataReader row, int column, PropertyType type, TextArena texts, string table)
    {
        if (row.IsDBNull(column))
        {
            return FieldValue.Null;
        }

        try
        {
            return type switch
            {
                PropertyType.Text => Text(row, column, texts),
                PropertyType.Integer => FieldValue.FromInteger(Integer(row, column)),
                PropertyType.Decimal => FieldValue.FromDecimal(row.GetDecimal(column)),
                PropertyType.Boolean => FieldValue.FromBoolean(row.GetBoolean(column)),
                PropertyType.Date => FieldValue.FromDate(row.GetFieldValue<DateOnly>(column)),
                _ => FieldValue.FromDateTime(row.GetFieldValue<DateTimeOffset>(column)),
            };
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException)
        {
            throw new SalesforceImportException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Column '{row.GetName(column)}' of '{table}' holds a value in row {row.GetInt64(0)} that is no {type} ({exception.Message}). Correct the value, or map the property to another column."),
                exception);
        }
    }

    /// <summary>An id that the store has written.</summary>
    public static SalesforceId Id(this NpgsqlDataReader row, int column) =>
        SalesforceId.TryParse(row.GetString(column), out var id)
            ? id
            : throw new SalesforceImportException($"The database holds '{row.GetString(column)}' where a Salesforce id belongs (column '{row.GetName(column)}').");

    public static SalesforceId? IdOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTimeOffset? InstantOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static FieldValue Text(NpgsqlDataReader row, int column, TextArena texts)
    {
        int length = (int)row.GetBytes(column, 0, null, 0, 0);
        var room = texts.Reserve(length);
        row.GetBytes(column, 0, room.Array, room.Offset, length);
        return FieldValue.FromUtf8(room.Array!, room.Offset, NulText.Decode(room));
    }

    private static long Integer(NpgsqlDataReader row, int column) =>
        row.GetFieldType(column) != typeof(decimal) ? row.GetInt64(column)
            : row.GetDecimal(column) is var number && decimal.IsInteger(number) ? (long)number
            : throw new OverflowException("It has a fraction.");
}
