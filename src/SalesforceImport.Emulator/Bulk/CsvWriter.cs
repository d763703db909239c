using System.Text;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>Writes rows as CSV into a buffer, every value in quotes. Not thread-safe.</summary>
internal sealed class CsvWriter
{
    private const byte Quote = (byte)'"';
    private const int FirstCapacity = 64 * 1024;

    // Two quotes and a delimiter.
    private const int AroundValue = 3;

    private readonly CsvColumn[] _columns;
    private readonly byte _delimiter;
    private readonly byte[] _ending;
    private readonly int _room;
    private readonly Cell _cell = new();
    private byte[] _buffer = new byte[FirstCapacity];
    private int _length;

    public CsvWriter(IReadOnlyList<CsvColumn> columns, CsvFormat format)
    {
        _columns = [.. columns];
        _delimiter = (byte)format.Delimiter;
        _ending = Encoding.ASCII.GetBytes(format.LineEnding);
        _room = (columns.Count * (CsvValues.LongestValue + AroundValue)) + _ending.Length;
    }

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void WriteHeader()
    {
        Reserve(_room);
        foreach (var column in _columns)
        {
            _buffer[_length++] = Quote;
            WriteText(Encoding.UTF8.GetBytes(column.Name));
            EndValue();
        }

        EndRow();
    }

    /// <summary>Writes the row that the reader stands on.</summary>
    public void WriteRow(RowReader row)
    {
        // Room for a whole row of anything but text, so that only text must ask for more.
        Reserve(_room);
        foreach (var column in _columns)
        {
            _buffer[_length++] = Quote;
            column.Read(row, _cell);
            if (_cell.Kind == CellKind.Text)
            {
                WriteText(_cell.Text);
            }
            else
            {
                _length += CsvValues.Write(_buffer.AsSpan(_length), _cell, column);
            }

            EndValue();
        }

        EndRow();
    }

    private void EndValue()
    {
        _buffer[_length++] = Quote;
        _buffer[_length++] = _delimiter;
    }

    // The line ending takes the place of the last delimiter.
    private void EndRow()
    {
        _length--;
        foreach (var sign in _ending)
        {
            _buffer[_length++] = sign;
        }
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        // Quotes are doubled, so that text takes at most twice its length.
        Reserve((2 * text.Length) + _room);
        for (int quote; (quote = text.IndexOf(Quote)) >= 0; text = text[(quote + 1)..])
        {
            text[..(quote + 1)].CopyTo(_buffer.AsSpan(_length));
            _length += quote + 1;
            _buffer[_length++] = Quote;
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int more)
    {
        if (_length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + more));
        }
    }
}
