using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>
/// The ids of one object: row i has an id that is greater than that of row i − 1 in the order of the characters 0–9, A–Z, a–z,
/// with gaps as a real org has them. Both ways are arithmetic.
/// </summary>
internal sealed class IdSpace
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Stride = 3;

    private readonly byte[] _head;
    private readonly ulong _seed;
    private readonly long _start;

    public IdSpace(string keyPrefix, ulong seed)
    {
        var instance = Mix.Of(seed, 0, 0x1D);
        _head = Encoding.ASCII.GetBytes(keyPrefix + Digits[Mix.Pick(instance, 62)] + Digits[Mix.PickHigh(instance, 62)] + "0");
        _seed = seed ^ ((ulong)keyPrefix[0] << 40 | (ulong)keyPrefix[1] << 20 | keyPrefix[2]);
        _start = 916_132_832L + Mix.Pick(Mix.Of(_seed, 1, 0x1D), 1_000_000_000) + ((long)Mix.PickHigh(Mix.Of(_seed, 2, 0x1D), 60) * 3_521_614_606_208L);
    }

    /// <summary>The id of a row.</summary>
    public RecordId At(long row)
    {
        Span<byte> bytes = stackalloc byte[16];
        _head.CopyTo(bytes);
        var number = (ulong)(_start + (row * Stride) + Mix.Pick(Mix.Of(_seed, row, 0x1D), Stride));
        for (var i = 14; i >= 6; i--)
        {
            var rest = number / 62;
            bytes[i] = (byte)Digits[(int)(number - (rest * 62))];
            number = rest;
        }

        bytes[15] = 0;
        return RecordId.FromBytes(bytes);
    }

    /// <summary>The row of an id; −1 where the id is none of this object's.</summary>
    public long RowOf(RecordId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, id.High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], id.Low);
        if (!bytes[..6].SequenceEqual(_head))
        {
            return -1;
        }

        long number = 0;
        foreach (var digit in bytes[6..15])
        {
            number = (number * 62) + ValueOf(digit);
        }

        var row = (number - _start) / Stride;
        return number >= _start && At(row) == id ? row : -1;
    }

    private static int ValueOf(byte digit) => digit switch
    {
        <= (byte)'9' => digit - '0',
        <= (byte)'Z' => digit - 'A' + 10,
        _ => digit - 'a' + 36,
    };
}
