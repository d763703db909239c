using System.Globalization;
using System.Text;

namespace SalesforceImport;

/// <summary>
/// One value of one field: nothing, text, or a number, boolean, date or instant. Text read from the wire stays UTF-8 in
/// the buffer of its batch until somebody asks for a string, so most values cost no allocation.
/// </summary>
/// <remarks>Immutable and thread-safe. Two values are equal when they hold the same content, whatever their form.</remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private static readonly object IntegerTag = new();
    private static readonly object BooleanTag = new();
    private static readonly object DateTag = new();
    private static readonly object DateTimeTag = new();
    private static readonly DecimalTag[] DecimalTags = [.. Enumerable.Range(0, 29).Select(scale => new DecimalTag((byte)scale))];

    private readonly object? _content;
    private readonly long _bits;

    private FieldValue(object? content, long bits)
    {
        _content = content;
        _bits = bits;
    }

    /// <summary>No value: Salesforce's null.</summary>
    public static FieldValue Null => default;

    /// <summary>True when there is no value.</summary>
    public bool IsNull => _content is null;

    /// <summary>True when there is no value, or only white space.</summary>
    public bool IsBlank => _content switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        byte[] => IsWhiteSpace(Utf8),
        _ => false,
    };

    /// <summary>The type of the value; <see cref="PropertyType.Text"/> for no value.</summary>
    public PropertyType Type => _content switch
    {
        null or string or byte[] => PropertyType.Text,
        DecimalTag or decimal => PropertyType.Decimal,
        var tag when ReferenceEquals(tag, IntegerTag) => PropertyType.Integer,
        var tag when ReferenceEquals(tag, BooleanTag) => PropertyType.Boolean,
        var tag when ReferenceEquals(tag, DateTag) => PropertyType.Date,
        _ => PropertyType.DateTime,
    };

    private ReadOnlySpan<byte> Utf8 => ((byte[])_content!).AsSpan((int)(_bits >> 32), (int)_bits);

    /// <summary>Text; null gives <see cref="Null"/>.</summary>
    public static FieldValue FromText(string? text) => new(text, 0);

    /// <summary>Text that stays where it is: the bytes must not change afterwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the buffer.</exception>
    public static FieldValue FromUtf8(byte[] buffer, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, buffer.Length - length);
        return new(buffer, ((long)offset << 32) | (uint)length);
    }

    /// <summary>A whole number.</summary>
    public static FieldValue FromInteger(long number) => new(IntegerTag, number);

    /// <summary>True or false.</summary>
    public static FieldValue FromBoolean(bool value) => new(BooleanTag, value ? 1 : 0);

    /// <summary>A calendar date.</summary>
    public static FieldValue FromDate(DateOnly date) => new(DateTag, date.DayNumber);

    /// <summary>An instant; kept in UTC.</summary>
    public static FieldValue FromDateTime(DateTimeOffset instant) => new(DateTimeTag, instant.UtcTicks);

    /// <summary>A decimal number.</summary>
    public static FieldValue FromDecimal(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        long magnitude = ((long)parts[1] << 32) | (uint)parts[0];
        return parts[2] == 0 && magnitude >= 0
            ? new(DecimalTags[(parts[3] >> 16) & 0xFF], parts[3] < 0 ? -magnitude : magnitude)
            : new(number, 0);
    }

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public long AsInteger() => ReferenceEquals(_content, IntegerTag) ? _bits : throw Mismatch(PropertyType.Integer);

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool AsBoolean() => ReferenceEquals(_content, BooleanTag) ? _bits != 0 : throw Mismatch(PropertyType.Boolean);

    /// <summary>The calendar date.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateOnly AsDate() => ReferenceEquals(_content, DateTag) ? DateOnly.FromDayNumber((int)_bits) : throw Mismatch(PropertyType.Date);

    /// <summary>The instant, in UTC.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateTimeOffset AsDateTime() =>
        ReferenceEquals(_content, DateTimeTag) ? new(_bits, TimeSpan.Zero) : throw Mismatch(PropertyType.DateTime);

    /// <summary>The decimal number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public decimal AsDecimal() => _content switch
    {
        DecimalTag tag => new decimal((int)Math.Abs(_bits), (int)(Math.Abs(_bits) >> 32), 0, _bits < 0, tag.Scale),
        decimal number => number,
        _ => throw Mismatch(PropertyType.Decimal),
    };

    /// <summary>The text, or null for no value.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string? AsText() => _content switch
    {
        null => null,
        string text => text,
        byte[] => Encoding.UTF8.GetString(Utf8),
        _ => throw Mismatch(PropertyType.Text),
    };

    /// <summary>The text as UTF-8 without a copy; false when the text is held as a string, or the value is not text.</summary>
    public bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = _content is byte[]? Utf8 : default;
        return _content is byte[];
    }

    /// <summary>
    /// The value as its .NET type (<see cref="string"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="bool"/>,
    /// <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>), or null. Boxes: for people and for slow paths.
    /// </summary>
    public object? ToObject() => IsNull ? null : Type switch
    {
        PropertyType.Text => AsText(),
        PropertyType.Integer => AsInteger(),
        PropertyType.Decimal => AsDecimal(),
        PropertyType.Boolean => AsBoolean(),
        PropertyType.Date => AsDate(),
        _ => AsDateTime(),
    };

    /// <inheritdoc />
    public bool Equals(FieldValue other)
    {
        if (_content is null || other._content is null)
        {
            return ReferenceEquals(_content, other._content);
        }

        var type = Type;
        if (type != other.Type)
        {
            return false;
        }

        return type switch
        {
            PropertyType.Text => _content is byte[] && other._content is byte[]? Utf8.SequenceEqual(other.Utf8)
                : string.Equals(AsText(), other.AsText(), StringComparison.Ordinal),
            PropertyType.Decimal => AsDecimal() == other.AsDecimal(),
            _ => _bits == other._bits,
        };
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => IsNull ? 0 : Type switch
    {
        PropertyType.Text => string.GetHashCode(AsText(), StringComparison.Ordinal),
        PropertyType.Decimal => AsDecimal().GetHashCode(),
        _ => _bits.GetHashCode(),
    };

    /// <summary>The value for people: invariant culture, ISO 8601 dates; empty for no value.</summary>
    public override string ToString() => IsNull ? string.Empty : Type switch
    {
        PropertyType.Text => AsText()!,
        PropertyType.Integer => AsInteger().ToString(CultureInfo.InvariantCulture),
        PropertyType.Decimal => AsDecimal().ToString(CultureInfo.InvariantCulture),
        PropertyType.Boolean => AsBoolean() ? "true" : "false",
        PropertyType.Date => AsDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => AsDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether both hold the same content.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether their content differs.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    private static bool IsWhiteSpace(ReadOnlySpan<byte> utf8)
    {
        foreach (byte b in utf8)
        {
            if (b is not ((byte)' ' or (>= 9 and <= 13)))
            {
                return b >= 0x80 && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(utf8));
            }
        }

        return true;
    }

    private InvalidOperationException Mismatch(PropertyType wanted) =>
        new($"The value is {(IsNull ? "null" : Type)}, not {wanted}.");

    private sealed class DecimalTag(byte scale)
    {
        public byte Scale => scale;
    }
}
