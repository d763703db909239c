using System.Globalization;
using System.Text.Json;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Writes values as the org writes them.</summary>
internal static class ValueOutput
{
    public static void Write(Utf8JsonWriter json, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                json.WriteStringValue(cell.Text);
                break;
            case CellKind.Boolean:
                json.WriteBooleanValue(cell.Integer != 0);
                break;
            case CellKind.Integer:
                json.WriteNumberValue(cell.Integer);
                break;
            case CellKind.Number:
                WriteNumber(json, cell.Number);
                break;
            case CellKind.Id:
                WriteId(json, cell.Id);
                break;
            case CellKind.Date:
                WriteDate(json, (int)cell.Integer);
                break;
            case CellKind.DateTime:
                WriteDateTime(json, cell.Integer);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteId(Utf8JsonWriter json, RecordId id)
    {
        Span<byte> text = stackalloc byte[RecordId.LongLength + 2];
        text[0] = text[^1] = (byte)'"';
        id.WriteTo(text[1..]);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    // At least one decimal: 23.0.
    private static void WriteNumber(Utf8JsonWriter json, decimal number)
    {
        Span<byte> text = stackalloc byte[64];
        number.TryFormat(text, out var written, "0.0##################", CultureInfo.InvariantCulture);
        json.WriteRawValue(text[..written], skipInputValidation: true);
    }

    private static void WriteDate(Utf8JsonWriter json, int dayNumber)
    {
        Span<byte> text = stackalloc byte[12];
        text[0] = text[^1] = (byte)'"';
        DateOnly.FromDayNumber(dayNumber).Deconstruct(out var year, out var month, out var day);
        Day(text[1..], year, month, day);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    private static void WriteDateTime(Utf8JsonWriter json, long unixMilliseconds)
    {
        Span<byte> text = stackalloc byte[30];
        var instant = DateTime.UnixEpoch.AddTicks(unixMilliseconds * TimeSpan.TicksPerMillisecond);
        instant.Deconstruct(out DateOnly date, out TimeOnly time);
        text[0] = text[^1] = (byte)'"';
        Day(text[1..], date.Year, date.Month, date.Day);
        text[11] = (byte)'T';
        Two(text[12..], time.Hour);
        text[14] = text[17] = (byte)':';
        Two(text[15..], time.Minute);
        Two(text[18..], time.Second);
        text[20] = (byte)'.';
        text[21] = (byte)('0' + (time.Millisecond / 100));
        Two(text[22..], time.Millisecond % 100);
        "+0000"u8.CopyTo(text[24..]);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    private static void Day(Span<byte> text, int year, int month, int day)
    {
        Two(text, year / 100);
        Two(text[2..], year % 100);
        text[4] = text[7] = (byte)'-';
        Two(text[5..], month);
        Two(text[8..], day);
    }

    private static void Two(Span<byte> text, int number) => (text[0], text[1]) = ((byte)('0' + (number / 10)), (byte)('0' + (number % 10)));
}
