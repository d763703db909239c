using System.Buffers.Binary;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Decimals as the server's <c>numeric</c> in binary: groups of four digits, aligned to the decimal point.</summary>
internal static class NumericEncoding
{
    private const int Base = 10_000;
    private const int HeadLength = 8;
    private const int MostGroups = 9;
    private const short Negative = 0x4000;

    private static readonly UInt128[] Padding = [1, 1000, 100, 10];

    public static void Write(CopyStream row, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        int scale = (parts[3] >> 16) & 0xFF;
        var digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]) * Padding[scale % 4];

        Span<short> groups = stackalloc short[MostGroups];
        int count = 0;
        for (; digits != 0; count++)
        {
            if (digits <= ulong.MaxValue)
            {
                (ulong rest, ulong group) = Math.DivRem((ulong)digits, Base);
                (digits, groups[count]) = (rest, (short)group);
            }
            else
            {
                (digits, var group) = UInt128.DivRem(digits, Base);
                groups[count] = (short)group;
            }
        }

        int behindPoint = (scale + 3) / 4;
        int trailing = 0;
        while (trailing < count && groups[trailing] == 0)
        {
            trailing++;
        }

        bool isZero = count == 0;
        int weight = isZero ? 0 : count - behindPoint - 1;
        var room = row.Value(HeadLength + ((count - trailing) * 2));
        BinaryPrimitives.WriteInt16BigEndian(room, (short)(count - trailing));
        BinaryPrimitives.WriteInt16BigEndian(room[2..], (short)weight);
        BinaryPrimitives.WriteInt16BigEndian(room[4..], parts[3] < 0 && !isZero ? Negative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(room[6..], (short)scale);
        for (int i = count - 1, at = HeadLength; i >= trailing; i--, at += 2)
        {
            BinaryPrimitives.WriteInt16BigEndian(room[at..], groups[i]);
        }
    }
}
