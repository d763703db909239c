using System.Globalization;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Writes values in the spelling that all answers share.</summary>
internal static class WireText
{
    /// <summary>The bytes of <c>2026-06-01</c>.</summary>
    public const int DateLength = 10;

    /// <summary>The bytes of <c>2026-06-01T12:00:00.000</c>; a time zone follows it.</summary>
    public const int TimeLength = 23;

    public static void WriteDate(Span<byte> text, int dayNumber)
    {
        DateOnly.FromDayNumber(dayNumber).Deconstruct(out var year, out var month, out var day);
        WriteDay(text, year, month, day);
    }

    public static void WriteTime(Span<byte> text, long unixMilliseconds)
    {
        var instant = DateTime.UnixEpoch.AddTicks(unixMilliseconds * TimeSpan.TicksPerMillisecond);
        instant.Deconstruct(out DateOnly date, out TimeOnly time);
        WriteDay(text, date.Year, date.Month, date.Day);
        text[10] = (byte)'T';
        WriteTwo(text[11..], time.Hour);
        text[13] = text[16] = (byte)':';
        WriteTwo(text[14..], time.Minute);
        WriteTwo(text[17..], time.Second);
        text[19] = (byte)'.';
        text[20] = (byte)('0' + (time.Millisecond / 100));
        WriteTwo(text[21..], time.Millisecond % 100);
    }

    /// <summary>Writes a number with at least one decimal, such as <c>23.0</c>, and returns its length.</summary>
    public static int WriteNumber(Span<byte> text, decimal number)
    {
        number.TryFormat(text, out var written, "0.0##################", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>An instant as JSON has it.</summary>
    public static string Timestamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static void WriteDay(Span<byte> text, int year, int month, int day)
    {
        WriteTwo(text, year / 100);
        WriteTwo(text[2..], year % 100);
        text[4] = text[7] = (byte)'-';
        WriteTwo(text[5..], month);
        WriteTwo(text[8..], day);
    }

    private static void WriteTwo(Span<byte> text, int number) => (text[0], text[1]) = ((byte)('0' + (number / 10)), (byte)('0' + (number % 10)));
}
