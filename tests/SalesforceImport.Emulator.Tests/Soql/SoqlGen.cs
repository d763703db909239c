using CsCheck;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

/// <summary>Trees that an org would read.</summary>
internal static class SoqlGen
{
    private static readonly Gen<string> Object = Gen.OneOf("Contact", "Lead", "Order", "Group", "Thing__c");

    private static readonly Gen<string?> Alias = Gen.OneOf<string?>(null, "c", "x1", "_t");

    private static readonly Gen<string> Field = Gen.OneOf("Id", "Name", "Count", "Today", "Field_1__c", "SelectAll", "Typeof");

    private static readonly Gen<string> Function = Gen.OneOf("COUNT", "COUNT_DISTINCT", "MIN", "MAX", "SUM", "AVG");

    private static readonly Gen<FieldPath> Plain = Field.Select(name => new FieldPath([name], 0));

    private static readonly Gen<FieldPath> Path =
        Gen.Select(Gen.OneOf("Account", "Owner", "Parent__r", "Limit").List[0, 3], Field, (parents, field) => new FieldPath([.. parents, field], 0));

    private static readonly Gen<FieldPath> Part = Gen.OneOf(
        Path, Gen.Select(Path, Gen.OneOf("CALENDAR_YEAR", "DAY_ONLY", "TOLABEL"), (path, function) => path with { Function = function }));

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Char["ab'\"\\%_\n\r\t\b\f(é€"].Array[0, 12].Select(text => new string(text)))
        .Where(text => text.Length <= SoqlStrings.MaxLength);

    private static readonly Gen<SoqlLiteral> String = Text.Select(text => (SoqlLiteral)new StringLiteral(text));

    private static readonly Gen<SoqlLiteral> Pattern = Gen.OneOf(@"\_", @"\%", @"\\", "%", "_", "a", "'", "\n").List[0, 8]
        .Select(parts => (SoqlLiteral)new StringLiteral(string.Concat(parts)));

    private static readonly Gen<SoqlLiteral> Keyword = Gen.Select(Gen.OneOf(DateKeywords.All.ToArray()), Gen.Int[0, int.MaxValue], (word, n) =>
        (SoqlLiteral)new DateKeywordLiteral(word, DateKeywords.TakesNumber(word) == true ? n : null));

    private static readonly Gen<SoqlLiteral> Literal = Gen.OneOf(
        String,
        Keyword,
        Gen.Const((SoqlLiteral)new NullLiteral()),
        Gen.Bool.Select(value => (SoqlLiteral)new BooleanLiteral(value)),
        Gen.Long.Select(value => (SoqlLiteral)new NumberLiteral(value, true)),
        Gen.Decimal.Select(value => (SoqlLiteral)new NumberLiteral(value, false)),
        Gen.DateOnly.Select(value => (SoqlLiteral)new DateLiteral(value)),
        Gen.Select(Gen.DateTime[new DateTime(1700, 1, 1), new DateTime(4000, 1, 1)], Gen.Int[-14 * 60, 14 * 60], (time, minutes) =>
            (SoqlLiteral)new DateTimeLiteral(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes)))));

    private static readonly Gen<(SoqlOperator Operator, SoqlLiteral Value)> Comparand = Gen.OneOf(
        Gen.Select(Gen.Enum<SoqlOperator>().Where(value => value != SoqlOperator.Like), Literal),
        Pattern.Select(value => (SoqlOperator.Like, value)));

    private static readonly Gen<SoqlExpression> Condition = Gen.OneOf(
        Gen.Select(Part, Comparand, (path, right) => (SoqlExpression)new Comparison(0, path, right.Operator, right.Value)),
        Gen.Select(Part, Gen.Bool, Literal.List[1, 4], (path, negated, values) => (SoqlExpression)new InList(0, path, negated, values)),
        Gen.Select(Path, Gen.Bool, String.List[1, 4], (path, negated, values) => (SoqlExpression)new Includes(0, path, negated, values)));

    private static readonly Gen<SoqlExpression> Aggregated = Gen.OneOf(
        Condition,
        Gen.Select(Function, Path, Comparand, (function, path, right) => (SoqlExpression)new AggregateComparison(0, function, path, right.Operator, right.Value)));

    private static readonly Gen<SoqlExpression> Join = Gen.Select(Plain, Gen.Bool, Plain, Alias, Nested(Condition, 1).Null(), (field, negated, column, alias, where) =>
        (SoqlExpression)new InQuery(0, field, negated, Query([new FieldItem(0, column, null)], "CampaignMember", alias) with { Where = where }));

    private static readonly Gen<SoqlExpression> Where = Gen.OneOf(
        Nested(Condition, 3),
        Join,
        Gen.Select(Join.List[1, 2], Nested(Condition, 2), (joins, rest) => (SoqlExpression)new AndExpression(0, [.. joins, rest])));

    private static readonly Gen<IReadOnlyList<OrderItem>> Order = Gen.Select(Path, Gen.Bool, Gen.Bool, Function.Null(), (path, descending, last, function) =>
        new OrderItem(path, descending, last) { Function = function }).List[0, 3].Select(items => (IReadOnlyList<OrderItem>)items);

    /// <summary>Any statement.</summary>
    public static readonly Gen<SoqlQuery> Statement = Gen.OneOf(Ungrouped(2), Grouped());

    private static Gen<SoqlQuery> Ungrouped(int depth)
    {
        List<Gen<SelectItem>> items =
        [
            Path.Select(path => (SelectItem)new FieldItem(0, path, null)),
            Gen.OneOf("ALL", "STANDARD", "CUSTOM").Select(group => (SelectItem)new FieldsItem(0, group)),
        ];
        if (depth > 0)
        {
            items.Add(Ungrouped(depth - 1).Select(query => (SelectItem)new SubqueryItem(0, query)));
        }

        var select = Gen.Frequency(
            (9, Gen.OneOf([.. items]).List[1, 4].Select(list => (IReadOnlyList<SelectItem>)list)),
            (1, Gen.Const((IReadOnlyList<SelectItem>)[new AggregateItem(0, "COUNT", null, null)])));
        return Gen.Select(Clauses(select), Order, (query, order) => query with { OrderBy = order });
    }

    private static Gen<SoqlQuery> Grouped()
    {
        var item = Gen.OneOf(
            Gen.Select(Part, Alias, (path, alias) => (SelectItem)new FieldItem(0, path, alias)),
            Gen.Select(Function, Path, Alias, (function, path, alias) => (SelectItem)new AggregateItem(0, function, path, alias)));
        return Gen.Select(
            Clauses(item.List[1, 4].Select(list => (IReadOnlyList<SelectItem>)list)),
            Part.List[1, 3],
            Nested(Aggregated, 2).Null(),
            Order,
            (query, groups, having, order) => query with { GroupBy = groups, Having = having, OrderBy = order });
    }

    private static Gen<SoqlQuery> Clauses(Gen<IReadOnlyList<SelectItem>> select) => Gen.Select(
        select,
        Object,
        Alias,
        Where.Null(),
        Gen.Int[0, int.MaxValue].Nullable(),
        Gen.Int[0, SoqlLimits.MaxOffset].Nullable(),
        (items, from, alias, where, limit, offset) => Query(items, from, alias) with { Where = where, Limit = limit, Offset = offset });

    private static SoqlQuery Query(IReadOnlyList<SelectItem> select, string from, string? alias) =>
        new(string.Empty, select, from, 0, alias, null, [], null, [], null, null);

    private static Gen<SoqlExpression> Nested(Gen<SoqlExpression> condition, int depth)
    {
        if (depth == 0)
        {
            return condition;
        }

        var inner = Nested(condition, depth - 1);
        return Gen.OneOf(
            condition,
            inner.List[2, 4].Select(operands => (SoqlExpression)new AndExpression(0, operands)),
            inner.List[2, 4].Select(operands => (SoqlExpression)new OrExpression(0, operands)),
            inner.Select(operand => (SoqlExpression)new NotExpression(0, operand)));
    }
}
