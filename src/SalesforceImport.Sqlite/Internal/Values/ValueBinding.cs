using System.Globalization;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Values into statements.</summary>
internal static class ValueBinding
{
    /// <summary>Binds a value as its property's type.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public static void Bind(this Statement statement, int index, in FieldValue value, PropertyType type)
    {
        if (value.IsNull)
        {
            statement.BindNull(index);
            return;
        }

        switch (type)
        {
            case PropertyType.Text when value.TryGetUtf8(out var utf8):
                statement.BindText(index, utf8);
                break;
            case PropertyType.Text:
                statement.Bind(index, value.AsText());
                break;
            case PropertyType.Integer:
                statement.Bind(index, value.AsInteger());
                break;
            case PropertyType.Boolean:
                statement.Bind(index, value.AsBoolean() ? 1 : 0);
                break;
            case PropertyType.Decimal:
                DecimalText.Bind(statement, index, value.AsDecimal());
                break;
            case PropertyType.Date:
                Span<byte> date = stackalloc byte[10];
                value.AsDate().TryFormat(date, out int length, "O", CultureInfo.InvariantCulture);
                statement.BindText(index, date[..length]);
                break;
            default:
                Span<byte> instant = stackalloc byte[InstantText.MostBytes];
                statement.BindText(index, instant[..InstantText.Write(value.AsDateTime(), instant)]);
                break;
        }
    }
}
