using System.Buffers.Binary;
using System.Text;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Values into rows that are copied, in the server's binary forms.</summary>
internal static class ValueEncoding
{
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly long FirstTick = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Writes a value as its column holds it.</summary>
    /// <returns>False when the text had to be changed for the server to take it.</returns>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public static bool Write(this CopyStream row, in FieldValue value, ColumnForm form)
    {
        if (value.IsNull)
        {
            row.Null();
            return true;
        }

        switch (form)
        {
            case ColumnForm.Text when value.TryGetUtf8(out var utf8):
                return row.WriteUtf8(utf8);
            case ColumnForm.Text:
                return row.Write(value.AsText());
            case ColumnForm.Bigint:
                row.Write(value.AsInteger());
                break;
            case ColumnForm.Numeric:
                NumericEncoding.Write(row, value.Type == PropertyType.Integer ? value.AsInteger() : value.AsDecimal());
                break;
            case ColumnForm.Boolean:
                row.Write(value.AsBoolean());
                break;
            case ColumnForm.Date:
                BinaryPrimitives.WriteInt32BigEndian(row.Value(4), value.AsDate().DayNumber - FirstDay);
                break;
            default:
                row.Write(value.AsDateTime());
                break;
        }

        return true;
    }

    public static bool Write(this CopyStream row, string? text)
    {
        if (text is null)
        {
            row.Null();
            return true;
        }

        bool fits = !text.Contains('\0', StringComparison.Ordinal);
        string kept = fits ? text : NulText.Encode(text)!;
        Encoding.UTF8.GetBytes(kept, row.Value(Encoding.UTF8.GetByteCount(kept)));
        return fits;
    }

    public static bool WriteUtf8(this CopyStream row, ReadOnlySpan<byte> utf8)
    {
        if (NulText.IsFit(utf8))
        {
            row.WriteBytes(utf8);
            return true;
        }

        row.WriteBytes(NulText.Fit(utf8));
        return false;
    }

    public static void WriteBytes(this CopyStream row, ReadOnlySpan<byte> bytes) => bytes.CopyTo(row.Value(bytes.Length));

    public static void Write(this CopyStream row, SalesforceId? id)
    {
        Span<byte> utf8 = stackalloc byte[18];
        if (id is { } known && known.TryFormat(utf8))
        {
            row.WriteBytes(utf8);
        }
        else
        {
            row.Null();
        }
    }

    public static void Write(this CopyStream row, long number) => BinaryPrimitives.WriteInt64BigEndian(row.Value(8), number);

    public static void Write(this CopyStream row, long? number)
    {
        if (number is { } known)
        {
            row.Write(known);
        }
        else
        {
            row.Null();
        }
    }

    public static void Write(this CopyStream row, bool flag) => row.Value(1)[0] = flag ? (byte)1 : (byte)0;

    public static void Write(this CopyStream row, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            BinaryPrimitives.WriteInt64BigEndian(row.Value(8), Microseconds(known));
        }
        else
        {
            row.Null();
        }
    }

    // Rounded down, as every other place that cuts an instant off does.
    private static long Microseconds(DateTimeOffset instant)
    {
        var (microseconds, rest) = Math.DivRem(instant.UtcTicks - FirstTick, TimeSpan.TicksPerMicrosecond);
        return rest < 0 ? microseconds - 1 : microseconds;
    }
}
