using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Turns the expressions of a WHERE into conditions that rows can be tested with.</summary>
internal sealed class FilterBinder(QueryContext context, ObjectDefinition from)
{
    private readonly PathBinder _paths = new(context, from);
    private readonly ValueBinder _values = new(context);

    public RowPredicate Bind(SoqlExpression expression) => expression switch
    {
        AndExpression and => new AllOf([.. and.Operands.Select(Bind)]),
        OrExpression or => new AnyOf([.. or.Operands.Select(Bind)]),
        NotExpression not => new Not(Bind(not.Operand)),
        Comparison comparison => Bind(comparison),
        InList list => Bind(list),
        InQuery join => Bind(join),
        Includes includes => Bind(includes),
        _ => throw SoqlErrors.Malformed(context.Text, expression.Position, "unexpected expression"),
    };

    /// <summary>Resolves a field that stands in a filter.</summary>
    public BoundPath BindField(FieldPath path)
    {
        var bound = _paths.Bind(path);
        return bound.Field.Has(FieldFlag.Filterable)
            ? bound
            : throw SoqlErrors.Malformed(context.Text, path.Position, $"field '{bound.Field.Name}' can not be filtered in a query call");
    }

    private RowPredicate Bind(Comparison comparison)
    {
        var path = BindField(comparison.Field);
        if (comparison is { Operator: SoqlOperator.Equal or SoqlOperator.NotEqual, Value: NullLiteral or StringLiteral { Value.Length: 0 } })
        {
            return new NullPredicate(path, comparison.Operator == SoqlOperator.Equal);
        }

        return path.Field.IsId && comparison is { Operator: SoqlOperator.Equal, Value: StringLiteral { Value.Length: > 0 } id }
            ? new IdSetPredicate(path, new HashSet<RecordId> { _values.ReadId(path.Field, comparison.Field, id) })
            : new FieldPredicate(path, _values.Test(path.Field, comparison.Field, comparison.Operator, comparison.Value));
    }

    private RowPredicate Bind(InList list)
    {
        var path = BindField(list.Field);
        RowPredicate found = path.Field.IsId && !list.Values.Any(value => value is NullLiteral)
            ? new IdSetPredicate(path, list.Values.Select(value => _values.ReadId(path.Field, list.Field, value)).ToHashSet())
            : new FieldPredicate(path, _values.In(path.Field, list.Field, list.Values));
        return list.Negated ? new Not(found) : found;
    }

    private RowPredicate Bind(InQuery join)
    {
        var path = BindField(join.Field);
        if (!path.Field.IsId)
        {
            throw SoqlErrors.FilterMismatch(context.Text, join.Field.Position, path.Field.Name, "ID", quoted: true);
        }

        var found = new IdSetPredicate(path, SemiJoin.Read(context, join));
        return join.Negated ? new Not(found) : found;
    }

    private RowPredicate Bind(Includes includes)
    {
        var path = BindField(includes.Field);
        if (path.Field.Type != FieldType.MultiPicklist)
        {
            throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", $"'{path.Field.Name}' is not a multipicklist field; includes and excludes are for those only");
        }

        var combinations = includes.Values.Select(value => value is StringLiteral text
            ? text.Value
            : throw SoqlErrors.FilterMismatch(context.Text, includes.Field.Position, path.Field.Name, "string", quoted: true));
        var found = new FieldPredicate(path, MultipicklistTests.Includes(combinations));
        return includes.Negated ? new Not(found) : found;
    }
}
