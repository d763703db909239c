using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>
/// Rows that meet a condition, found by looking at each. They are counted once and then found again from landmarks, so that
/// nothing is kept per row.
/// </summary>
internal sealed class FilteredRows : RowSequence
{
    private const int RowsPerLandmark = 256;

    private readonly QueryContext _context;
    private readonly ObjectTable _table;
    private readonly RowSequence _source;
    private readonly RowPredicate _predicate;
    private readonly List<long> _landmarks = [];

    /// <summary>Looks through the source.</summary>
    /// <param name="context">The query.</param>
    /// <param name="table">The object.</param>
    /// <param name="source">The rows to look at.</param>
    /// <param name="predicate">The condition.</param>
    /// <param name="most">How many rows are enough.</param>
    public FilteredRows(QueryContext context, ObjectTable table, RowSequence source, RowPredicate predicate, long most)
    {
        (_context, _table, _source, _predicate) = (context, table, source, predicate);
        Count = CountRows(most);
    }

    public override long Count { get; }

    public override IEnumerable<long> From(long position)
    {
        if (position >= Count)
        {
            yield break;
        }

        var landmark = (int)(position / RowsPerLandmark);
        var at = (long)landmark * RowsPerLandmark;
        var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
        foreach (var row in _source.From(_landmarks[landmark]))
        {
            if (_predicate.Test(reader.MoveTo(row), cell))
            {
                if (at >= position)
                {
                    yield return row;
                }

                if (++at == Count)
                {
                    yield break;
                }
            }
        }
    }

    private long CountRows(long most)
    {
        var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
        long found = 0;
        long place = 0;
        foreach (var row in _source.From(0))
        {
            _context.Clock.CountRow();
            if (_predicate.Test(reader.MoveTo(row), cell))
            {
                if (found % RowsPerLandmark == 0)
                {
                    _landmarks.Add(place);
                }

                if (++found >= most)
                {
                    break;
                }
            }

            place++;
        }

        return found;
    }
}
