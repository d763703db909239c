using System.Globalization;
using System.Text;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;
using Sylvan.Data.Csv;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// One page of results, row by row, from the stream into a batch: no value becomes a string on the way. Not thread-safe.
/// </summary>
internal sealed class CsvPage : IDisposable
{
    private const int BufferChars = 64 * 1024;

    // The longest record the org can make: a hundred long text areas of 131,072 characters, and some.
    private const int MostCharsOfRow = 16 * 1024 * 1024;

    private readonly IReadOnlyList<QueryColumn> _columns;
    private readonly BodyStream _stream;
    private readonly CsvDataReader? _csv;
    private readonly int[] _columnOfField;

    private CsvPage(IReadOnlyList<QueryColumn> columns, BodyStream stream, CsvDataReader? csv)
    {
        _columns = columns;
        _stream = stream;
        _csv = csv;
        _columnOfField = new int[csv?.FieldCount ?? 0];
        for (int field = 0; field < _columnOfField.Length; field++)
        {
            _columnOfField[field] = IndexOf(columns, csv!.GetName(field));
        }
    }

    /// <summary>The columns wanted that the page does not have; all of them when the body is empty.</summary>
    public IEnumerable<string> Missing => _columns.Where((_, column) => !_columnOfField.Contains(column)).Select(column => column.Path);

    /// <summary>Opens a page and reads its header. Owns the body from then on.</summary>
    public static async Task<CsvPage> OpenAsync(
        ResponseBody body, char delimiter, IReadOnlyList<QueryColumn> columns, CancellationToken cancellationToken)
    {
        var stream = new BodyStream(body, cancellationToken);
        try
        {
            var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferChars);
            return new CsvPage(columns, stream, await CsvDataReader.CreateAsync(text, Options(delimiter), cancellationToken).ConfigureAwait(false));
        }
        catch (CsvMissingHeadersException)
        {
            return new CsvPage(columns, stream, null);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    /// <exception cref="FormatException">The page ends in the middle of a row, or is no CSV.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_csv is null)
        {
            return false;
        }

        if (!await _csv.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        return _csv.RowFieldCount == _csv.FieldCount
            ? true
            : throw new FormatException($"A row has {_csv.RowFieldCount} values, the header {_csv.FieldCount}.");
    }

    /// <summary>
    /// Whether the page ends where a page can end: with a line's end or a closing quote. Only to be asked behind its last row.
    /// </summary>
    public bool EndsWell => _stream.LastByte is -1 or '\n' or '\r' or '"';

    /// <summary>The id of the present row; none when it has no valid one.</summary>
    public SalesforceId Id(int idColumn)
    {
        int field = Array.IndexOf(_columnOfField, idColumn);
        return field >= 0 && SalesforceId.TryParse(_csv!.GetFieldSpan(field), out var id) ? id : default;
    }

    /// <summary>Puts the present row into the batch. Empty means null: the org writes both alike.</summary>
    public void CopyTo(RecordBatchBuilder batch)
    {
        var row = batch.BeginRow();
        for (int field = 0; field < _columnOfField.Length; field++)
        {
            int column = _columnOfField[field];
            var text = column < 0 ? default : _csv!.GetFieldSpan(field);
            if (text.IsEmpty)
            {
                continue;
            }

            if (_columns[column].Type == PropertyType.Text)
            {
                row[column] = batch.Text.Keep(text);
            }
            else if (TypedText.Read(text, _columns[column].Type, ref row[column]) is { } problem)
            {
                batch.AddProblem(column, problem);
            }
        }

        batch.CommitRow();
    }

    public void Dispose()
    {
        _csv?.Dispose();
        _stream.Dispose();
    }

    private static CsvDataReaderOptions Options(char delimiter) => new()
    {
        Delimiter = delimiter,
        BufferSize = BufferChars,
        MaxBufferSize = MostCharsOfRow,
        Culture = CultureInfo.InvariantCulture,

        // A record may begin with any character; NUL alone never reaches the reader.
        Comment = '\0',
    };

    private static int IndexOf(IReadOnlyList<QueryColumn> columns, string name)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Path.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
