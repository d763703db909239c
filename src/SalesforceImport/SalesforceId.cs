using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SalesforceImport;

/// <summary>
/// A Salesforce record id. Accepts the 15-character case-sensitive form and the 18-character case-safe form; both are
/// the same id, and the 18-character form is the one printed. Sixteen bytes, no allocation.
/// </summary>
/// <remarks>
/// Ids order as the org orders them (<c>ORDER BY Id</c>): ordinally over the 15 characters. Immutable and thread-safe.
/// </remarks>
public readonly struct SalesforceId : IEquatable<SalesforceId>, IComparable<SalesforceId>, ISpanParsable<SalesforceId>
{
    private const string ChecksumAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    // Characters 0-7 and 8-14, big endian, so that comparing the numbers compares the characters.
    private readonly ulong _head;
    private readonly ulong _tail;

    private SalesforceId(ulong head, ulong tail)
    {
        _head = head;
        _tail = tail;
    }

    /// <summary>True for <c>default</c>, which names no record.</summary>
    public bool IsEmpty => _head == 0;

    /// <summary>The three characters that tell the object, such as <c>00Q</c> for a lead; empty for <c>default</c>.</summary>
    public string KeyPrefix => IsEmpty ? string.Empty : ToString()[..3];

    /// <summary>Reads an id of 15 or 18 characters.</summary>
    /// <exception cref="FormatException">The text is not an id, or its checksum does not fit.</exception>
    public static SalesforceId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text.AsSpan(), out var id)
            ? id
            : throw new FormatException($"'{text}' is not a Salesforce id: expected 15 or 18 letters and digits, the last three of 18 being the checksum.");
    }

    /// <summary>Reads an id of 15 or 18 characters; false when the text is not one or its checksum does not fit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SalesforceId id) => TryParse(text.AsSpan(), out id);

    /// <summary>Reads an id of 15 or 18 characters; false when the text is not one or its checksum does not fit.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SalesforceId id)
    {
        Span<byte> utf8 = stackalloc byte[18];
        id = default;
        return text.Length is 15 or 18
            && Encoding.UTF8.TryGetBytes(text, utf8, out int written)
            && TryParse(utf8[..written], out id);
    }

    /// <summary>Reads an id from UTF-8; false when the text is not one or its checksum does not fit.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out SalesforceId id)
    {
        id = default;
        if (utf8Text.Length is not (15 or 18))
        {
            return false;
        }

        foreach (byte c in utf8Text)
        {
            if (!char.IsAsciiLetterOrDigit((char)c))
            {
                return false;
            }
        }

        Span<byte> tail = stackalloc byte[8];
        utf8Text[8..15].CopyTo(tail);
        tail[7] = 0;
        var candidate = new SalesforceId(
            BinaryPrimitives.ReadUInt64BigEndian(utf8Text),
            BinaryPrimitives.ReadUInt64BigEndian(tail));
        if (utf8Text.Length == 18)
        {
            Span<byte> whole = stackalloc byte[18];
            candidate.TryFormat(whole);
            if (!Ascii.EqualsIgnoreCase(whole[15..], utf8Text[15..]))
            {
                return false;
            }
        }

        id = candidate;
        return true;
    }

    static SalesforceId IParsable<SalesforceId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SalesforceId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SalesforceId result) =>
        TryParse(s, out result);

    static SalesforceId ISpanParsable<SalesforceId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<SalesforceId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out SalesforceId result) =>
        TryParse(s, out result);

    /// <summary>Writes the 18-character form as UTF-8; false when the destination is shorter than 18 bytes or the id is empty.</summary>
    public bool TryFormat(Span<byte> utf8Destination)
    {
        if (utf8Destination.Length < 18 || IsEmpty)
        {
            return false;
        }

        Span<byte> tail = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(utf8Destination, _head);
        BinaryPrimitives.WriteUInt64BigEndian(tail, _tail);
        tail[..7].CopyTo(utf8Destination[8..]);
        for (int chunk = 0; chunk < 3; chunk++)
        {
            int bits = 0;
            for (int i = 0; i < 5; i++)
            {
                bits |= char.IsAsciiLetterUpper((char)utf8Destination[(chunk * 5) + i]) ? 1 << i : 0;
            }

            utf8Destination[15 + chunk] = (byte)ChecksumAlphabet[bits];
        }

        return true;
    }

    /// <summary>The 18-character form; empty for <c>default</c>.</summary>
    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[18];
        return TryFormat(utf8) ? Encoding.ASCII.GetString(utf8) : string.Empty;
    }

    /// <inheritdoc />
    public int CompareTo(SalesforceId other)
    {
        int head = _head.CompareTo(other._head);
        return head != 0 ? head : _tail.CompareTo(other._tail);
    }

    /// <inheritdoc />
    public bool Equals(SalesforceId other) => _head == other._head && _tail == other._tail;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is SalesforceId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)(Mix() >> 32);

    /// <summary>Whether both name the same record.</summary>
    public static bool operator ==(SalesforceId left, SalesforceId right) => left.Equals(right);

    /// <summary>Whether they name different records.</summary>
    public static bool operator !=(SalesforceId left, SalesforceId right) => !left.Equals(right);

    /// <summary>Whether the left id comes before the right one.</summary>
    public static bool operator <(SalesforceId left, SalesforceId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left id comes before the right one or is the same.</summary>
    public static bool operator <=(SalesforceId left, SalesforceId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left id comes after the right one.</summary>
    public static bool operator >(SalesforceId left, SalesforceId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id comes after the right one or is the same.</summary>
    public static bool operator >=(SalesforceId left, SalesforceId right) => left.CompareTo(right) >= 0;

    // Neighbouring ids differ in a few bits of a few digits, which ulong's own hash folds onto each other.
    internal ulong Mix()
    {
        ulong mixed = (_head * 0x9E3779B97F4A7C15) ^ _tail;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 32)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 29);
    }
}
