namespace SalesforceImport.Emulator.Soql;

/// <summary>Takes the object's name or alias off the front of paths: <c>c.Name</c> of <c>FROM Contact c</c> is <c>Name</c>.</summary>
internal static class SoqlAliases
{
    /// <summary>The same query with short paths. Queries inside it keep theirs: they have an object of their own.</summary>
    /// <param name="query">The query as written.</param>
    public static SoqlQuery Resolve(SoqlQuery query) => query with
    {
        Select = Each(query.Select, item => Item(query, item)),
        Where = Expression(query, query.Where),
        GroupBy = Each(query.GroupBy, path => Path(query, path)),
        Having = Expression(query, query.Having),
        OrderBy = Each(query.OrderBy, item => Path(query, item.Field) is var path && ReferenceEquals(path, item.Field) ? item : item with { Field = path }),
    };

    private static SelectItem Item(SoqlQuery query, SelectItem item) => item switch
    {
        FieldItem field => Path(query, field.Path) is var path && ReferenceEquals(path, field.Path) ? field : field with { Path = path },
        TypeofItem several => several with { Relationship = Path(query, several.Relationship) },
        AggregateItem { Field: { } path } aggregate => aggregate with { Field = Path(query, path) },
        _ => item,
    };

    private static SoqlExpression? Expression(SoqlQuery query, SoqlExpression? expression) => expression switch
    {
        AndExpression and => and with { Operands = Each(and.Operands, operand => Expression(query, operand)!) },
        OrExpression or => or with { Operands = Each(or.Operands, operand => Expression(query, operand)!) },
        NotExpression not => not with { Operand = Expression(query, not.Operand)! },
        Comparison comparison => comparison with { Field = Path(query, comparison.Field) },
        AggregateComparison comparison => comparison with { Field = Path(query, comparison.Field) },
        InList list => list with { Field = Path(query, list.Field) },
        InQuery join => join with { Field = Path(query, join.Field) },
        Includes includes => includes with { Field = Path(query, includes.Field) },
        _ => expression,
    };

    private static FieldPath Path(SoqlQuery query, FieldPath path) =>
        path.Parts.Count > 1 && (IsName(path.Parts[0], query.From) || IsName(path.Parts[0], query.Alias))
            ? path with { Parts = [.. path.Parts.Skip(1)] }
            : path;

    private static bool IsName(string part, string? name) => string.Equals(part, name, StringComparison.OrdinalIgnoreCase);

    private static List<T> Each<T>(IReadOnlyList<T> items, Func<T, T> convert) => [.. items.Select(convert)];
}
