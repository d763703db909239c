using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A filter taken apart: bounds on generated rows, candidates by parent, and what must be looked at row by row.</summary>
internal sealed class RowConditions
{
    private readonly RowBounds _bounds;
    private readonly ObjectTable _table;
    private readonly QueryContext _context;

    public RowConditions(QueryContext context, ObjectTable table, FilterBinder filters, SoqlExpression? where, IdSetPredicate? extra)
    {
        (_context, _table, _bounds) = (context, table, new RowBounds(table, new ValueBinder(context)));
        var all = new List<RowPredicate>();
        var residual = new List<RowPredicate>();
        if (extra is not null)
        {
            all.Add(extra);
            residual.Add(extra);
        }

        foreach (var condition in Conjuncts(where))
        {
            var predicate = filters.Bind(condition);
            all.Add(predicate);
            if (!_bounds.Narrow(condition))
            {
                residual.Add(predicate);
            }
        }

        All = new AllOf(all);
        Residual = residual.Count == 0 ? null : new AllOf(residual);
        Candidates = all.OfType<IdSetPredicate>().Select(set => (set.Ids.Count, Rows: CandidatesOf(set)))
            .Where(found => found.Rows is not null).OrderBy(found => found.Count).FirstOrDefault().Rows;
    }

    /// <summary>The whole filter.</summary>
    public RowPredicate All { get; }

    /// <summary>What the bounds do not say already; null for nothing.</summary>
    public RowPredicate? Residual { get; }

    /// <summary>The first generated row within bounds.</summary>
    public long First => _bounds.First;

    /// <summary>The row after the last generated row within bounds.</summary>
    public long End => _bounds.End;

    /// <summary>Rows among which those that meet the filter are, edited ones included; null for all.</summary>
    public IEnumerable<long>? Candidates { get; }

    private static IEnumerable<SoqlExpression> Conjuncts(SoqlExpression? expression) => expression switch
    {
        null => [],
        AndExpression and => and.Operands.SelectMany(Conjuncts),
        _ => [expression],
    };

    private IEnumerable<long>? CandidatesOf(IdSetPredicate set) =>
        !set.Path.IsOwn ? null
        : set.Path.Field.Type == FieldType.Id ? set.Ids.Select(_table.Ids.RowOf).Where(row => row >= 0)
        : Referrers.Of(_context.Snapshot, _table, set.Path.Field, set.Ids);
}
