using System.Numerics;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Gathers records into batches. Values are written in place; nothing is allocated per value. Not thread-safe.</summary>
internal sealed class RecordBatchBuilder
{
    private const int ValueBytes = 16;
    private const int ChunkBytes = 64 * 1024;

    private readonly IReadOnlyList<QueryColumn> _columns;
    private readonly int _maxRows;
    private readonly int _maxBytes;
    private readonly int _shift;
    private List<FieldValue[]> _chunks = [];
    private List<RowProblem> _problems = [];
    private SalesforceId[] _ids = [];
    private RecordBatch? _ready;
    private int _count;

    public RecordBatchBuilder(IReadOnlyList<QueryColumn> columns, int maxRows, int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _columns = columns;
        _maxRows = maxRows;
        _maxBytes = maxBytes;
        _shift = BitOperations.Log2((uint)Math.Max(1, ChunkBytes / (ValueBytes * Math.Max(1, columns.Count))));
        IdColumn = IndexOfId(columns);
    }

    public TextArena Text { get; } = new();

    /// <summary>Where the record's own id stands; -1 when the query does not select it.</summary>
    public int IdColumn { get; }

    public long TotalRows { get; private set; }

    /// <summary>The id of the last whole record; empty where it was none, null before the first or without the column.</summary>
    public SalesforceId? LastId { get; private set; }

    public bool IsEmpty => _count == 0;

    public bool IsFull => _count >= _maxRows || Text.Bytes + ((long)_count * _columns.Count * ValueBytes) >= _maxBytes;

    /// <summary>The values of the record being read, all null at first.</summary>
    public Span<FieldValue> BeginRow()
    {
        int chunk = _count >> _shift;
        if (chunk == _chunks.Count)
        {
            _chunks.Add(new FieldValue[_columns.Count << _shift]);
        }

        var row = CurrentRow;
        row.Clear();
        return row;
    }

    public Span<FieldValue> CurrentRow =>
        _chunks[_count >> _shift].AsSpan((_count & ((1 << _shift) - 1)) * _columns.Count, _columns.Count);

    /// <summary>Takes note that a value of the record being read does not fit its column.</summary>
    public void AddProblem(int column, string what) =>
        _problems.Add(new RowProblem(_count, column, $"the value of {_columns[column].Path} {what}."));

    /// <summary>The record is whole.</summary>
    public void CommitRow()
    {
        if (IdColumn >= 0)
        {
            CommitId();
        }

        _count++;
        TotalRows++;
    }

    /// <summary>The record never became whole; nothing of it is kept.</summary>
    public void AbandonRow() => _problems.RemoveAll(problem => problem.Row == _count);

    /// <summary>Puts the full batch aside, to be taken when the reader pauses.</summary>
    public void SetAside(long? totalSize) => _ready = Build(totalSize, isLast: false);

    /// <summary>The batch put aside, once.</summary>
    public RecordBatch? TakeReady()
    {
        var ready = _ready;
        _ready = null;
        return ready;
    }

    /// <summary>Hands over what has been gathered, and begins anew.</summary>
    public RecordBatch Build(long? totalSize, bool isLast)
    {
        var batch = new RecordBatch(_columns, _count, [.. _chunks], _shift, _ids, IdColumn >= 0)
        {
            TotalSize = totalSize,
            RowsSoFar = TotalRows,
            IsLast = isLast,
            Problems = _problems,
        };
        _chunks = [];
        _problems = [];
        _ids = [];
        _count = 0;
        Text.Reset();
        return batch;
    }

    private static int IndexOfId(IReadOnlyList<QueryColumn> columns)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Path.Equals("Id", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private void CommitId()
    {
        if (_count == _ids.Length)
        {
            Array.Resize(ref _ids, Math.Max(64, Math.Min(_maxRows, _ids.Length * 2)));
        }

        if (!CurrentRow[IdColumn].TryGetUtf8(out var text) || !SalesforceId.TryParse(text, out _ids[_count]))
        {
            _ids[_count] = default;
            AddProblem(IdColumn, "is no Salesforce id");
        }

        LastId = _ids[_count];
    }
}
