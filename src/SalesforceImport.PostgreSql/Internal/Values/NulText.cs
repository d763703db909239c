using System.Text;
using System.Text.Unicode;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Text that the server would refuse. It cannot hold a NUL character, which is kept as U+2400, the picture of one, and is
/// a NUL again when it is read: an import that meets the same record again finds nothing changed. Bytes that are no UTF-8
/// are kept as U+FFFD.
/// </summary>
internal static class NulText
{
    private const char Picture = '\u2400';

    private static ReadOnlySpan<byte> PictureUtf8 => "\u2400"u8;

    /// <summary>Whether the bytes can be kept as they are.</summary>
    public static bool IsFit(ReadOnlySpan<byte> utf8) => !utf8.Contains((byte)0) && Utf8.IsValid(utf8);

    public static byte[] Fit(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetBytes(Encode(Encoding.UTF8.GetString(utf8))!);

    public static string? Encode(string? text) => text?.Replace('\0', Picture);

    public static string? Decode(string? text) => text?.Replace(Picture, '\0');

    /// <summary>Puts NULs back where their pictures stand.</summary>
    /// <returns>The length of what is left.</returns>
    public static int Decode(Span<byte> utf8)
    {
        int next = utf8.IndexOf(PictureUtf8);
        if (next < 0)
        {
            return utf8.Length;
        }

        int written = next;
        while (next < utf8.Length)
        {
            bool isPicture = utf8[next..].StartsWith(PictureUtf8);
            utf8[written++] = isPicture ? (byte)0 : utf8[next];
            next += isPicture ? PictureUtf8.Length : 1;
        }

        return written;
    }
}
