using System.Text;

namespace SalesforceImport.Emulator.Data;

/// <summary>One value of one row. Cells are reused from row to row, so that reading a field allocates nothing; not thread-safe.</summary>
internal sealed class Cell
{
    private byte[] _buffer = new byte[256];
    private byte[]? _shared;
    private int _length;

    public CellKind Kind { get; private set; }

    /// <summary>The boolean (0 or 1), whole number, day number or Unix milliseconds.</summary>
    public long Integer { get; private set; }

    public decimal Number { get; private set; }

    public RecordId Id { get; private set; }

    public bool IsNull => Kind == CellKind.Null;

    public bool IsTrue => Kind == CellKind.Boolean && Integer != 0;

    public ReadOnlySpan<byte> Text => _shared ?? _buffer.AsSpan(0, _length);

    public void SetNull() => Kind = CellKind.Null;

    public void SetBoolean(bool value) => (Kind, Integer) = (CellKind.Boolean, value ? 1 : 0);

    public void SetInteger(long value) => (Kind, Integer) = (CellKind.Integer, value);

    public void SetNumber(decimal value) => (Kind, Number) = (CellKind.Number, value);

    public void SetDate(int dayNumber) => (Kind, Integer) = (CellKind.Date, dayNumber);

    public void SetDateTime(long unixMilliseconds) => (Kind, Integer) = (CellKind.DateTime, unixMilliseconds);

    public void SetId(RecordId id) => (Kind, Id) = (id.IsNone ? CellKind.Null : CellKind.Id, id);

    public void SetAddress() => Kind = CellKind.Address;

    /// <summary>Holds text that nobody will change; it is not copied.</summary>
    public void SetText(byte[] utf8)
    {
        Kind = CellKind.Text;
        _shared = utf8;
    }

    /// <summary>Starts a text that is put together from parts.</summary>
    public Cell Begin()
    {
        Kind = CellKind.Text;
        _shared = null;
        _length = 0;
        return this;
    }

    public Cell Append(ReadOnlySpan<byte> utf8)
    {
        if (_shared is { } shared)
        {
            Begin().Append(shared);
        }

        if (_length + utf8.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + utf8.Length));
        }

        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
        return this;
    }

    public Cell Append(byte utf8)
    {
        if (_shared is not null || _length == _buffer.Length)
        {
            return Append([utf8]);
        }

        _buffer[_length++] = utf8;
        return this;
    }

    /// <summary>Appends a number in decimal.</summary>
    public Cell Append(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written, default, null);
        return Append(digits[..written]);
    }

    /// <summary>Turns the letters a–z of the text to upper case.</summary>
    public void ToUpperAscii()
    {
        if (_shared is { } shared)
        {
            Begin().Append(shared);
        }

        Ascii.ToUpperInPlace(_buffer.AsSpan(0, _length), out _);
    }

    /// <summary>Takes over what another cell holds.</summary>
    public void CopyFrom(Cell other)
    {
        (Kind, Integer, Number, Id) = (other.Kind, other.Integer, other.Number, other.Id);
        if (other.Kind == CellKind.Text)
        {
            Begin().Append(other.Text);
        }
    }

    /// <summary>Takes a value as an edited row stores it.</summary>
    public void Set(object? value)
    {
        switch (value)
        {
            case null: SetNull(); break;
            case byte[] text: SetText(text); break;
            case bool flag: SetBoolean(flag); break;
            case long whole: SetInteger(whole); break;
            case decimal number: SetNumber(number); break;
            case DateOnly day: SetDate(day.DayNumber); break;
            case DateTimeOffset instant: SetDateTime(instant.ToUnixTimeMilliseconds()); break;
            case RecordId id: SetId(id); break;
            default: throw new ArgumentException($"No field holds a {value.GetType()}.", nameof(value));
        }
    }

    /// <summary>The value as callers of the emulator see it: string, bool, long, decimal, DateOnly, DateTimeOffset or null.</summary>
    public object? ToObject() => Kind switch
    {
        CellKind.Text => Encoding.UTF8.GetString(Text),
        CellKind.Boolean => Integer != 0,
        CellKind.Integer => Integer,
        CellKind.Number => Number,
        CellKind.Date => DateOnly.FromDayNumber((int)Integer),
        CellKind.DateTime => DateTimeOffset.FromUnixTimeMilliseconds(Integer),
        CellKind.Id => Id.ToString(),
        _ => null,
    };
}
