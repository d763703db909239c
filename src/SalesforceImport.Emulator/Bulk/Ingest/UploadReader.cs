using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>Reads the data of an ingest job, row by row.</summary>
internal sealed class UploadReader : IDisposable
{
    private const int BufferChars = 64 * 1024;
    private const int MostCharsOfRow = 16 * 1024 * 1024;

    private readonly CsvDataReader _rows;

    /// <summary>Starts at the first row.</summary>
    /// <exception cref="IngestException">There is no header.</exception>
    public UploadReader(byte[] data, CsvFormat format)
    {
        // Where each line ends in CRLF, a format that says LF would leave the CR in the last value.
        if (format.LineEnding == "\n" && data.AsSpan().IndexOf("\r\n"u8) is >= 0 and var at && at == data.AsSpan().IndexOf((byte)'\n') - 1)
        {
            throw new IngestException($"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is {format.LineEndingName}");
        }

        var options = new CsvDataReaderOptions
        {
            Delimiter = format.Delimiter,
            BufferSize = BufferChars,
            MaxBufferSize = MostCharsOfRow,
            Culture = CultureInfo.InvariantCulture,

            // A value may begin with any character.
            Comment = '\0',
        };
        try
        {
            _rows = CsvDataReader.Create(new StreamReader(new MemoryStream(data, writable: false), Encoding.UTF8), options);
        }
        catch (Exception broken) when (broken is CsvMissingHeadersException or CsvFormatException or CsvRecordTooLargeException)
        {
            throw new IngestException("InvalidBatch : Unable to read the header of the data");
        }

        Names = [.. Enumerable.Range(0, _rows.FieldCount).Select(_rows.GetName)];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The values of the row read last; a row that is too short ends in empty ones.</summary>
    public IReadOnlyList<string> Values => [.. Enumerable.Range(0, Names.Count).Select(i => i < _rows.RowFieldCount ? _rows.GetString(i) : "")];

    /// <exception cref="IngestException">The data are no CSV.</exception>
    public bool Read()
    {
        try
        {
            return _rows.Read();
        }
        catch (Exception broken) when (broken is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new IngestException("InvalidBatch : The data are no valid CSV");
        }
    }

    public void Dispose() => _rows.Dispose();
}
