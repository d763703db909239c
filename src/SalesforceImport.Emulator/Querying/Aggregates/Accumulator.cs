using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>One aggregate of one group, as it grows.</summary>
internal sealed class Accumulator(string function, FieldType? type)
{
    private readonly HashSet<SortKey> _distinct = [];
    private long _count;
    private decimal _sum;
    private SortKey _extreme;

    public void Count(bool present) => _count += present ? 1 : 0;

    public void Add(Cell cell)
    {
        if (type is not null && cell.IsNull)
        {
            return;
        }

        _count++;
        switch (function)
        {
            case "COUNT_DISTINCT":
                _distinct.Add(SortKey.Of(cell).Folded());
                break;
            case "SUM" or "AVG":
                _sum += cell.Kind == CellKind.Integer ? cell.Integer : cell.Number;
                break;
            case "MIN" or "MAX":
                var key = SortKey.Of(cell);
                if (_count == 1 || (function == "MIN" ? key.CompareTo(_extreme) < 0 : key.CompareTo(_extreme) > 0))
                {
                    _extreme = key;
                }

                break;
        }
    }

    public SortKey Result => function switch
    {
        "COUNT" => Whole(_count),
        "COUNT_DISTINCT" => Whole(_distinct.Count),
        "SUM" when _count == 0 => default,
        "SUM" when type == FieldType.Int => Whole((long)_sum),
        "SUM" => new SortKey(CellKind.Number, null, _sum, default),
        "AVG" => _count == 0 ? default : new SortKey(CellKind.Number, null, decimal.Round(_sum / _count, 12), default),
        _ => _extreme,
    };

    public static SortKey Whole(long number) => new(CellKind.Integer, null, number, default);
}
