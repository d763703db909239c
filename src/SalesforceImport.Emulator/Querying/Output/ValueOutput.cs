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

    private static void WriteNumber(Utf8JsonWriter json, decimal number)
    {
        Span<byte> text = stackalloc byte[64];
        json.WriteRawValue(text[..WireText.WriteNumber(text, number)], skipInputValidation: true);
    }

    private static void WriteDate(Utf8JsonWriter json, int dayNumber)
    {
        Span<byte> text = stackalloc byte[WireText.DateLength + 2];
        text[0] = text[^1] = (byte)'"';
        WireText.WriteDate(text[1..], dayNumber);
        json.WriteRawValue(text, skipInputValidation: true);
    }

    private static void WriteDateTime(Utf8JsonWriter json, long unixMilliseconds)
    {
        Span<byte> text = stackalloc byte[WireText.TimeLength + 7];
        text[0] = text[^1] = (byte)'"';
        WireText.WriteTime(text[1..], unixMilliseconds);
        "+0000"u8.CopyTo(text[(WireText.TimeLength + 1)..]);
        json.WriteRawValue(text, skipInputValidation: true);
    }
}
