using System.Text;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>Writes rows as CSV into a buffer, every value in quotes. Not thread-safe.</summary>
internal sealed class CsvWriter(IReadOnlyList<CsvColumn> columns, CsvFormat format)
{
    private const byte Quote = (byte)'"';
    private const int FirstCapacity = 64 * 1024;

    private readonly CsvColumn[] _columns = [.. columns];
    private readonly byte[] _between = Encoding.ASCII.GetBytes($"\"{format.Delimiter}\"");
    private readonly byte[] _ending = Encoding.ASCII.GetBytes("\"" + format.LineEnding);
    private readonly Cell _cell = new();
    private byte[] _buffer = new byte[FirstCapacity];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void WriteHeader()
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            Begin(i);
            var name = Encoding.UTF8.GetBytes(_columns[i].Name);
            Reserve(name.Length);
            name.CopyTo(_buffer.AsSpan(_length));
            _length += name.Length;
        }

        End();
    }

    /// <summary>Writes the row that the reader stands on.</summary>
    public void WriteRow(RowReader row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            Begin(i);
            _columns[i].Read(row, _cell);
            if (_cell.Kind == CellKind.Text)
            {
                WriteText(_cell.Text);
            }
            else
            {
                Reserve(CsvValues.LongestValue);
                _length += CsvValues.Write(_buffer.AsSpan(_length), _cell, _columns[i]);
            }
        }

        End();
    }

    private void Begin(int column)
    {
        Reserve(_between.Length);
        if (column == 0)
        {
            _buffer[_length++] = Quote;
        }
        else
        {
            _between.CopyTo(_buffer, _length);
            _length += _between.Length;
        }
    }

    private void End()
    {
        Reserve(_ending.Length);
        _ending.CopyTo(_buffer, _length);
        _length += _ending.Length;
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        // Quotes are doubled, so that text takes at most twice its length.
        Reserve(2 * text.Length);
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
