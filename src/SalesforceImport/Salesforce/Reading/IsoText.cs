namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads Salesforce's dates and instants, in every form its APIs give them.</summary>
internal static class IsoText
{
    /// <summary><c>2026-11-23</c>, and nothing else.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || !TryParseDay(text, out var day))
        {
            return false;
        }

        date = DateOnly.FromDateTime(day);
        return true;
    }

    /// <summary>
    /// <c>2026-11-23T10:00:00.000+0000</c>, with or without fraction and colon, or with <c>Z</c>. An instant without an
    /// offset could mean anything, and is refused. Kept to the millisecond.
    /// </summary>
    public static bool TryParseInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 20 || text[10] != (byte)'T' || !TryParseDay(text[..10], out var day)
            || !TryTwo(text[11..], out int hour) || text[13] != (byte)':' || !TryTwo(text[14..], out int minute)
            || text[16] != (byte)':' || !TryTwo(text[17..], out int second) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[19..];
        int milliseconds = 0;
        if (rest[0] == (byte)'.' && !TryFraction(ref rest, out milliseconds))
        {
            return false;
        }

        if (!TryOffset(rest, out int offsetMinutes))
        {
            return false;
        }

        long ticks = day.Ticks + (((((hour * 60L) + minute - offsetMinutes) * 60) + second) * TimeSpan.TicksPerSecond)
            + (milliseconds * TimeSpan.TicksPerMillisecond);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryParseDay(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        if (!TryTwo(text, out int century) || !TryTwo(text[2..], out int year) || text[4] != (byte)'-'
            || !TryTwo(text[5..], out int month) || text[7] != (byte)'-' || !TryTwo(text[8..], out int dayOfMonth))
        {
            return false;
        }

        year += century * 100;
        if (year == 0 || month is 0 or > 12 || dayOfMonth == 0 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out int milliseconds)
    {
        milliseconds = 0;
        int digits = 0;
        rest = rest[1..];
        while (digits < rest.Length && char.IsAsciiDigit((char)rest[digits]))
        {
            if (digits < 3)
            {
                milliseconds = (milliseconds * 10) + (rest[digits] - '0');
            }

            digits++;
        }

        for (int missing = digits; missing < 3; missing++)
        {
            milliseconds *= 10;
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return text[0] == (byte)'Z';
        }

        if (text.Length is not (5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != (byte)':')
            || !TryTwo(text[1..], out int hours) || !TryTwo(text[^2..], out minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        minutes += hours * 60;
        minutes = text[0] == (byte)'-' ? -minutes : minutes;
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, out int number)
    {
        int tens = text[0] - '0';
        int ones = text[1] - '0';
        number = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }
}
