using System.Globalization;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Decimals in a column of numeric affinity. A whole number is an INTEGER and one of up to 15 significant digits a REAL,
/// so that SQL can add and sort them; what a REAL would round is a BLOB of its digits, which no affinity converts.
/// </summary>
internal static class DecimalText
{
    public static void Bind(Statement statement, int index, decimal value)
    {
        if (decimal.IsInteger(value) && value is >= long.MinValue and <= long.MaxValue)
        {
            statement.Bind(index, (long)value);
            return;
        }

        double number = (double)value;
        if (Exact(number, value))
        {
            statement.Bind(index, number);
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        value.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        statement.BindBlob(index, digits[..length]);
    }

    public static decimal FromReal(double number) => (decimal)number;

    public static bool TryParse(ReadOnlySpan<byte> digits, out decimal value) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    // The conversion back rounds to 15 digits, which is what makes 0.1 come back as 0.1.
    private static bool Exact(double number, decimal value) => (decimal)number == value;
}
