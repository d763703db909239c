using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>Resolves the columns of a grouped query, and refuses those that have no value for a group.</summary>
internal sealed class AggregateBinder
{
    private readonly QueryContext _context;
    private readonly PathBinder _paths;

    public AggregateBinder(QueryContext context, ObjectDefinition definition, SoqlQuery query)
    {
        _context = context;
        _paths = new PathBinder(context, definition);
        Groups = [.. query.GroupBy.Select(BindGroup)];
        var unnamed = 0;
        Columns = [.. query.Select.Select(item => Bind(item, ref unnamed))];
    }

    public IReadOnlyList<BoundPath> Groups { get; }

    public IReadOnlyList<AggregateColumn> Columns { get; }

    /// <summary>Finds a field among those grouped by.</summary>
    public int GroupOf(FieldPath path)
    {
        var bound = _paths.Bind(path);
        for (var i = 0; i < Groups.Count; i++)
        {
            if (Groups[i].IsSame(bound))
            {
                return i;
            }
        }

        throw SoqlErrors.Malformed(_context.Text, path.Position, $"Field must be grouped or aggregated: {path}");
    }

    /// <summary>Resolves an aggregate's field.</summary>
    public BoundPath BindAggregate(string function, FieldPath path)
    {
        var bound = _paths.Bind(path);
        var field = bound.Field;
        var fits = function is "SUM" or "AVG" ? field.IsNumber : field.Has(FieldFlag.Aggregatable);
        return fits
            ? bound
            : throw SoqlErrors.Malformed(_context.Text, path.Position, $"field {field.Name} does not support aggregate operator {function}");
    }

    private BoundPath BindGroup(FieldPath path)
    {
        var bound = _paths.Bind(path);
        return bound.Field.Has(FieldFlag.Groupable)
            ? bound
            : throw SoqlErrors.Malformed(_context.Text, path.Position, $"field '{bound.Field.Name}' can not be grouped in a query call");
    }

    private AggregateColumn Bind(SelectItem item, ref int unnamed)
    {
        switch (item)
        {
            case FieldItem field:
                var group = GroupOf(field.Path);
                var shown = field.Alias ?? (field.Path.Function is null ? Groups[group].Field.Name : $"expr{unnamed++}");
                return new AggregateColumn(shown, null, Groups[group], group);
            case AggregateItem aggregate:
                var name = aggregate.Alias ?? $"expr{unnamed++}";
                var path = aggregate.Field is null ? null : BindAggregate(aggregate.Function, aggregate.Field);
                return new AggregateColumn(name, aggregate.Function, path, -1);
            default:
                throw SoqlErrors.Malformed(_context.Text, item.Position, "Grouped query cannot use child relationships in the SELECT list");
        }
    }
}
