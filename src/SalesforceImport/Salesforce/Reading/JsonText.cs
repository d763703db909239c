using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>
/// Turns the inside of a JSON string into clean UTF-8: escapes undone, NULs left out, and what is no character (half a
/// surrogate pair, bytes that are not UTF-8) replaced by U+FFFD. Never fails.
/// </summary>
internal static class JsonText
{
    private static readonly Rune Replacement = Rune.ReplacementChar;

    /// <summary>Whether the bytes may stand as they are.</summary>
    public static bool IsClean(ReadOnlySpan<byte> raw, bool escaped) => !escaped && Utf8.IsValid(raw);

    /// <summary>The room that <see cref="Decode"/> may need at most.</summary>
    public static int MaxDecodedLength(ReadOnlySpan<byte> raw) => Utf8.IsValid(raw) ? raw.Length : raw.Length * 3;

    /// <summary>Writes the text, and tells how long it is.</summary>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int run = raw.IndexOf((byte)'\\');
            written += CopyClean(run < 0 ? raw : raw[..run], destination[written..]);
            if (run < 0)
            {
                return written;
            }

            raw = raw[run..];
            var rune = ReadEscape(raw, out int length);
            raw = raw[length..];
            if (rune.Value != 0)
            {
                written += rune.EncodeToUtf8(destination[written..]);
            }
        }
    }

    private static int CopyClean(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        if (Utf8.IsValid(raw))
        {
            raw.CopyTo(destination);
            return raw.Length;
        }

        int written = 0;
        while (!raw.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(raw, out var rune, out int consumed);
            written += (status == OperationStatus.Done ? rune : Replacement).EncodeToUtf8(destination[written..]);
            raw = raw[consumed..];
        }

        return written;
    }

    // The reader has checked that what follows the backslash is one of JSON's escapes, whole.
    private static Rune ReadEscape(ReadOnlySpan<byte> raw, out int length)
    {
        length = 2;
        switch (raw[1])
        {
            case (byte)'b':
                return new Rune('\b');
            case (byte)'f':
                return new Rune('\f');
            case (byte)'n':
                return new Rune('\n');
            case (byte)'r':
                return new Rune('\r');
            case (byte)'t':
                return new Rune('\t');
            case (byte)'u':
                length = 6;
                break;
            default:
                return new Rune((char)raw[1]);
        }

        char first = Unit(raw[2..6]);
        if (!char.IsSurrogate(first))
        {
            return new Rune(first);
        }

        if (char.IsHighSurrogate(first) && raw.Length >= 12 && raw[6] == (byte)'\\' && raw[7] == (byte)'u'
            && Rune.TryCreate(first, Unit(raw[8..12]), out var pair))
        {
            length = 12;
            return pair;
        }

        return Replacement;
    }

    private static char Unit(ReadOnlySpan<byte> hex) => (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
