using System.Collections.Immutable;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>
/// Finds the rows of a query the cheapest way: bounds by arithmetic, rows of given parents by arithmetic, the rest by looking.
/// Edited rows are looked at unless an index finds them, and put where they belong among the generated ones.
/// </summary>
internal sealed class RowPlanner
{
    private readonly QueryContext _context;
    private readonly ObjectTable _table;
    private readonly FilterBinder _filters;
    private readonly RowPredicate? _visibility;

    public RowPlanner(QueryContext context, ObjectDefinition definition)
    {
        _context = context;
        _table = context.Snapshot.Tables[definition];
        _filters = new FilterBinder(context, definition);
        _visibility = context.All ? null : new Visibility(definition.Find("IsArchived"));
    }

    /// <summary>The rows that meet a filter, in id order.</summary>
    public RowSequence Plan(SoqlExpression? where) => Plan(where, [], long.MaxValue, null);

    /// <summary>The rows that meet a filter, in order.</summary>
    /// <param name="where">The filter.</param>
    /// <param name="orderBy">The order; none means by id.</param>
    /// <param name="most">How many rows are enough.</param>
    /// <param name="extra">A further condition, as a child subquery has it; null for none.</param>
    public RowSequence Plan(SoqlExpression? where, IReadOnlyList<OrderItem> orderBy, long most, IdSetPredicate? extra)
    {
        var natural = NaturalOrder.Of(_table, orderBy);
        var conditions = new RowConditions(_context, _table, _filters, where, extra);
        var order = natural ?? NaturalOrder.ById;
        var found = conditions.Candidates is { } candidates
            ? FromCandidates(candidates.ToHashSet(), conditions, order)
            : FromRuns(conditions, EditedRows(Overlay.Keys, conditions, order), order, natural is null ? long.MaxValue : most);
        return natural is null ? new RowList(RowSorter.Sort(_context, _table, orderBy, found)) : found;
    }

    private ImmutableSortedDictionary<long, OverlayRow> Overlay => _context.Snapshot.State(_table.Definition).Overlay;

    /// <summary>Those of some edited rows, in ascending order, that meet the filter, each with the generated row that it belongs before.</summary>
    private List<(long Place, long Row)> EditedRows(IEnumerable<long> rows, RowConditions conditions, NaturalOrder order)
    {
        var found = new List<(long Place, long Row)>();
        var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
        foreach (var row in rows)
        {
            _context.Clock.CountRow();
            if (!reader.MoveTo(row).IsErased && IsVisible(reader, cell) && conditions.All.Test(reader, cell))
            {
                found.Add((order.PlaceOf(reader, cell), row));
            }
        }

        if (order.Field is { } field)
        {
            SortByTime(found, field, reader, cell);
        }

        return found;
    }

    // Two edited rows may belong before the same generated row; between them their own times decide.
    private static void SortByTime(List<(long Place, long Row)> rows, FieldDefinition field, RowReader reader, Cell cell)
    {
        var times = rows.ToDictionary(entry => entry.Row, entry =>
        {
            reader.MoveTo(entry.Row).Read(field, cell);
            return cell.Integer;
        });
        rows.Sort((a, b) => (times[a.Row], a.Row).CompareTo((times[b.Row], b.Row)));
    }

    private RowSequence FromRuns(RowConditions conditions, List<(long Place, long Row)> edited, NaturalOrder order, long most)
    {
        var overlaid = Overlay.Keys.Where(row => row >= conditions.First && row < conditions.End);
        var runs = new RowRuns(RunMerge.Merge(RunMerge.Gaps(conditions.First, conditions.End, overlaid), edited), order.Descending);
        var needsLook = conditions.Residual is not null || (_visibility is not null && _table.Definition.Find("IsArchived") is not null);
        return needsLook ? new FilteredRows(_context, _table, runs, Look(conditions.Residual), most) : runs;
    }

    private RowList FromCandidates(HashSet<long> candidates, RowConditions conditions, NaturalOrder order)
    {
        var overlay = Overlay;
        var look = Look(conditions.All);
        var (reader, cell) = (new RowReader(_context.Snapshot, _table), new Cell());
        var rows = new List<long>();
        foreach (var row in candidates.Where(row => !overlay.ContainsKey(row)).Order())
        {
            _context.Clock.CountRow();
            if (row >= conditions.First && row < conditions.End && look.Test(reader.MoveTo(row), cell))
            {
                rows.Add(row);
            }
        }

        var edited = EditedRows(candidates.Where(overlay.ContainsKey).Order(), conditions, order);
        var runs = RunMerge.Merge(rows.Select(row => new RowRun(row, 1)), edited);
        return new RowList([.. new RowRuns(runs, order.Descending).From(0)]);
    }

    private RowPredicate Look(RowPredicate? condition) => (_visibility, condition) switch
    {
        (null, null) => new AllOf([]),
        (null, _) => condition,
        (_, null) => _visibility,
        _ => new AllOf([_visibility, condition]),
    };

    private bool IsVisible(RowReader row, Cell cell) => _visibility is null || _visibility.Test(row, cell);
}
