using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>The HAVING of a grouped query. Its aggregates are computed after those selected.</summary>
internal sealed class HavingFilter
{
    private readonly QueryContext _context;
    private readonly AggregateBinder _binder;
    private readonly List<AggregateColumn> _columns = [];
    private readonly int _selected;
    private readonly Func<AggregateGroup, bool> _test;

    public HavingFilter(QueryContext context, AggregateBinder binder, SoqlExpression? having)
    {
        _context = context;
        _binder = binder;
        _selected = binder.Columns.Count(column => column.Function is not null);
        _test = having is null ? static _ => true : Bind(having);
    }

    public IReadOnlyList<AggregateColumn> Columns => _columns;

    public bool Test(AggregateGroup group) => _test(group);

    private Func<AggregateGroup, bool> Bind(SoqlExpression expression)
    {
        switch (expression)
        {
            case AndExpression and:
                var all = and.Operands.Select(Bind).ToArray();
                return group => Array.TrueForAll(all, test => test(group));
            case OrExpression or:
                var any = or.Operands.Select(Bind).ToArray();
                return group => Array.Exists(any, test => test(group));
            case NotExpression not:
                var inner = Bind(not.Operand);
                return group => !inner(group);
            case AggregateComparison aggregate:
                return BindAggregate(aggregate);
            case Comparison comparison:
                var (at, path) = (_binder.GroupOf(comparison.Field), comparison.Field);
                return On(group => group.Key[at], new ValueBinder(_context).Test(_binder.Groups[at].Field, path, comparison.Operator, comparison.Value));
            default:
                throw SoqlErrors.Malformed(_context.Text, expression.Position, "unexpected expression in HAVING");
        }
    }

    private Func<AggregateGroup, bool> BindAggregate(AggregateComparison aggregate)
    {
        var path = _binder.BindAggregate(aggregate.Function, aggregate.Field);
        var at = _selected + _columns.Count;
        _columns.Add(new AggregateColumn("", aggregate.Function, path, -1));
        if (aggregate.Function is "MIN" or "MAX" && !path.Field.IsNumber)
        {
            return On(group => group.Result(at), new ValueBinder(_context).Test(path.Field, aggregate.Field, aggregate.Operator, aggregate.Value));
        }

        var number = aggregate.Value is NumberLiteral literal
            ? literal.Value
            : throw SoqlErrors.FilterMismatch(_context.Text, aggregate.Position, $"{aggregate.Function}({path.Field.Name})", "double", quoted: false);
        return group => group.Result(at) is { Kind: not CellKind.Null } result && Holds(aggregate.Operator, result.Number.CompareTo(number));
    }

    private static Func<AggregateGroup, bool> On(Func<AggregateGroup, SortKey> value, Func<Cell, bool> test)
    {
        var cell = new Cell();
        return group =>
        {
            value(group).WriteTo(cell);
            return test(cell);
        };
    }

    private static bool Holds(SoqlOperator op, int order) => op switch
    {
        SoqlOperator.Equal => order == 0,
        SoqlOperator.NotEqual => order != 0,
        SoqlOperator.Less => order < 0,
        SoqlOperator.LessOrEqual => order <= 0,
        SoqlOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
