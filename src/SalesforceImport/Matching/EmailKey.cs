using System.Text;

namespace SalesforceImport.Matching;

/// <summary>An e-mail as it is matched: trimmed and case-folded.</summary>
internal static class EmailKey
{
    private const int LongestOnStack = 256;

    /// <summary>The key; null where there is nothing to match by.</summary>
    public static string? Of(FieldValue email)
    {
        if (email.IsBlank || email.Type != PropertyType.Text)
        {
            return null;
        }

        return email.TryGetUtf8(out var utf8) && utf8.Length <= LongestOnStack && Ascii.IsValid(utf8)
            ? OfAscii(utf8)
            : email.AsText()!.Trim().ToLowerInvariant();
    }

    // One string instead of three: nearly every e-mail comes this way, once for each record.
    private static string OfAscii(ReadOnlySpan<byte> utf8)
    {
        Span<char> key = stackalloc char[LongestOnStack];
        Ascii.ToLower(utf8[Ascii.Trim(utf8)], key, out int length);
        return new string(key[..length]);
    }
}
