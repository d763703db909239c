using System.Buffers.Binary;

namespace SalesforceImport.Emulator.Data;

/// <summary>
/// A record's id, as its fifteen case-sensitive characters packed into two numbers, so that comparing ids compares their
/// characters. The default value is no id.
/// </summary>
internal readonly record struct RecordId(ulong High, ulong Low) : IComparable<RecordId>
{
    /// <summary>The characters that carry the id.</summary>
    public const int ShortLength = 15;

    /// <summary>The characters with the checksum that makes up for lost casing.</summary>
    public const int LongLength = 18;

    private const string ChecksumAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public bool IsNone => High == 0;

    /// <summary>Reads 15 or 18 characters; the checksum of the latter must be right.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RecordId id)
    {
        id = default;
        if (text.Length is not (ShortLength or LongLength))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < ShortLength; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                return false;
            }

            bytes[i] = (byte)text[i];
        }

        bytes[ShortLength] = 0;
        var parsed = FromBytes(bytes);
        if (text.Length == LongLength)
        {
            Span<byte> full = stackalloc byte[LongLength];
            parsed.WriteTo(full);
            for (var i = ShortLength; i < LongLength; i++)
            {
                if (char.ToUpperInvariant(text[i]) != full[i])
                {
                    return false;
                }
            }
        }

        id = parsed;
        return true;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    public static RecordId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a Salesforce id of 15 or 18 characters.");

    /// <summary>Packs fifteen characters and a zero.</summary>
    public static RecordId FromBytes(ReadOnlySpan<byte> sixteen) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(sixteen), BinaryPrimitives.ReadUInt64BigEndian(sixteen[8..]));

    /// <summary>Writes the eighteen characters.</summary>
    public void WriteTo(Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        bytes[..ShortLength].CopyTo(destination);
        for (var chunk = 0; chunk < 3; chunk++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                bits |= (byte)(bytes[(chunk * 5) + i] - 'A') <= 'Z' - 'A' ? 1 << i : 0;
            }

            destination[ShortLength + chunk] = (byte)ChecksumAlphabet[bits];
        }
    }

    /// <summary>The first three characters, which tell the object.</summary>
    public string Prefix => string.Create(3, High, static (span, high) =>
    {
        for (var i = 0; i < 3; i++)
        {
            span[i] = (char)(byte)(high >> (56 - (8 * i)));
        }
    });

    public int CompareTo(RecordId other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>The eighteen characters.</summary>
    public override string ToString()
    {
        if (IsNone)
        {
            return "";
        }

        Span<byte> bytes = stackalloc byte[LongLength];
        WriteTo(bytes);
        return string.Create(LongLength, bytes, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)source[i];
            }
        });
    }
}
