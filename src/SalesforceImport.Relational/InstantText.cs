using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SalesforceImport.Relational;

/// <summary>Instants as <c>2026-01-02T03:04:05.678Z</c>: people can read them, and text order is time order.</summary>
internal static class InstantText
{
    /// <summary>The longest form; only instants finer than a millisecond, which no org sends, need more than 24 bytes.</summary>
    public const int MostBytes = 28;

    private const string Finest = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static int Write(DateTimeOffset instant, Span<byte> utf8)
    {
        var time = instant.UtcDateTime;
        if (time.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            time.TryFormat(utf8, out int written, Finest, CultureInfo.InvariantCulture);
            return written;
        }

        var (year, month, day) = DateOnly.FromDateTime(time);
        Digits(utf8, 0, 4, year);
        utf8[4] = (byte)'-';
        Digits(utf8, 5, 2, month);
        utf8[7] = (byte)'-';
        Digits(utf8, 8, 2, day);
        utf8[10] = (byte)'T';
        Digits(utf8, 11, 2, time.Hour);
        utf8[13] = (byte)':';
        Digits(utf8, 14, 2, time.Minute);
        utf8[16] = (byte)':';
        Digits(utf8, 17, 2, time.Second);
        utf8[19] = (byte)'.';
        Digits(utf8, 20, 3, time.Millisecond);
        utf8[23] = (byte)'Z';
        return 24;
    }

    public static string ToText(DateTimeOffset instant)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes];
        return Encoding.ASCII.GetString(utf8[..Write(instant, utf8)]);
    }

    /// <summary>Reads what <see cref="Write"/> writes, and whatever else a host may have put there that is an instant; one without an offset is UTC.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset instant) =>
        (Utf8Parser.TryParse(utf8, out instant, out int consumed, 'O') && consumed == utf8.Length)
        || DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(utf8),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out instant);

    private static void Digits(Span<byte> utf8, int offset, int count, int number)
    {
        for (int i = offset + count - 1; i >= offset; i--)
        {
            (number, int digit) = Math.DivRem(number, 10);
            utf8[i] = (byte)('0' + digit);
        }
    }
}
