using System.Globalization;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>Spells values that are no text as Bulk results do.</summary>
internal static class CsvValues
{
    /// <summary>The most bytes that a value takes.</summary>
    public const int LongestValue = 64;

    // From here on numbers have an exponent.
    private const decimal LargestPlain = 10_000_000;

    /// <summary>Writes a value and returns its length; null is nothing at all, as an empty text is.</summary>
    public static int Write(Span<byte> text, Cell cell, CsvColumn column)
    {
        switch (cell.Kind)
        {
            case CellKind.Boolean:
                return Copy(text, cell.Integer != 0 ? "true"u8 : "false"u8);
            case CellKind.Integer when column.IsComputedInt:
                return WriteNumber(text, cell.Integer);
            case CellKind.Integer:
                cell.Integer.TryFormat(text, out var digits, default, CultureInfo.InvariantCulture);
                return digits;
            case CellKind.Number:
                return WriteNumber(text, cell.Number);
            case CellKind.Id:
                cell.Id.WriteTo(text);
                return RecordId.LongLength;
            case CellKind.Date:
                WireText.WriteDate(text, (int)cell.Integer);
                return WireText.DateLength;
            case CellKind.DateTime:
                WireText.WriteTime(text, cell.Integer);
                text[WireText.TimeLength] = (byte)'Z';
                return WireText.TimeLength + 1;
            default:
                return 0;
        }
    }

    private static int WriteNumber(Span<byte> text, decimal number)
    {
        if (Math.Abs(number) < LargestPlain)
        {
            return WireText.WriteNumber(text, number);
        }

        number.TryFormat(text, out var written, "0.0##################E0", CultureInfo.InvariantCulture);
        return written;
    }

    private static int Copy(Span<byte> text, ReadOnlySpan<byte> value)
    {
        value.CopyTo(text);
        return value.Length;
    }
}
