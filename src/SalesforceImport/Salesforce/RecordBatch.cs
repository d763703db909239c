namespace SalesforceImport.Salesforce;

/// <summary>Some records of a query, column by column. Immutable; its values stay valid for as long as they are held.</summary>
internal sealed class RecordBatch
{
    private readonly FieldValue[][] _chunks;
    private readonly SalesforceId[] _ids;
    private readonly int _rowsPerChunkShift;
    private readonly bool _hasIds;

    internal RecordBatch(
        IReadOnlyList<QueryColumn> columns, int count, FieldValue[][] chunks, int rowsPerChunkShift, SalesforceId[] ids, bool hasIds)
    {
        Columns = columns;
        Count = count;
        _chunks = chunks;
        _rowsPerChunkShift = rowsPerChunkShift;
        _ids = ids;
        _hasIds = hasIds;
    }

    /// <summary>How many records the org said the query has; null until it did. Set in the last batch, if ever.</summary>
    public long? TotalSize { get; init; }

    /// <summary>How many records of the query (or of its page, where pages are read side by side) have been read, up to and including this batch.</summary>
    public required long RowsSoFar { get; init; }

    /// <summary>Whether the query ends with this batch, which may be empty.</summary>
    public required bool IsLast { get; init; }

    public IReadOnlyList<QueryColumn> Columns { get; }

    public int Count { get; }

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    /// <summary>The record's id; empty where the org sent none that is one, which is among the problems.</summary>
    /// <exception cref="InvalidOperationException">The query has no column <c>Id</c>.</exception>
    public SalesforceId IdAt(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return _hasIds ? _ids[row] : throw new InvalidOperationException("The query does not select Id.");
    }

    /// <summary>The id of the last record; null when there is none, or the query has no column <c>Id</c>.</summary>
    public SalesforceId? LastId => _hasIds && Count > 0 ? _ids[Count - 1] : null;

    /// <summary>The record's values, aligned to <see cref="Columns"/>.</summary>
    public ReadOnlySpan<FieldValue> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        int inChunk = row & ((1 << _rowsPerChunkShift) - 1);
        return _chunks[row >> _rowsPerChunkShift].AsSpan(inChunk * Columns.Count, Columns.Count);
    }
}
