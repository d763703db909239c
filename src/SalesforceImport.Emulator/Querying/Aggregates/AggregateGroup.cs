using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>One group of rows and its aggregates.</summary>
internal sealed class AggregateGroup(SortKey[] key, AggregateColumn[] columns)
{
    private readonly Accumulator[] _accumulators = [.. columns.Select(column => new Accumulator(column.Function!, column.Path?.Field.Type))];
    private long? _countOnly;

    public SortKey[] Key => key;

    public SortKey Result(int aggregate) => _countOnly is { } count ? Accumulator.Whole(count) : _accumulators[aggregate].Result;

    /// <summary>Says that there are so many rows, when counting them is all that is asked.</summary>
    public void CountOnly(long rows) => _countOnly = rows;

    public void Add(RowReader row, Cell cell)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is { Function: "COUNT", Path: { } counted })
            {
                _accumulators[i].Count(!counted.IsBlank(row, cell));
            }
            else
            {
                columns[i].Path?.Read(row, cell);
                _accumulators[i].Add(cell);
            }
        }
    }
}
