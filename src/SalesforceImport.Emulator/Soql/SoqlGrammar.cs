using Parlot.Fluent;
using static SalesforceImport.Emulator.Soql.SoqlTokens;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The grammar of a statement.</summary>
internal static class SoqlGrammar
{
    private static readonly Parser<string?> ColumnAlias =
        SoqlTokens.Alias.WhenFollowedBy(SkipWhiteSpace(OneOf(Literals.Char(',').Then(","), BareWord("FROM"))))
            .Then(alias => (string?)alias)
            .Else((string?)null);

    private static readonly Parser<string?> ObjectAlias = SoqlTokens.Alias.Then(alias => (string?)alias).Else((string?)null);

    private static readonly Parser<OrderItem> OrderKey =
        OneOf(
                Aggregate.WhenFollowedBy(SkipWhiteSpace(Literals.Char('('))).And(Between(Symbol('('), SoqlTokens.Path, Symbol(')')))
                    .Then(parts => (Function: (string?)parts.Item1, Field: parts.Item2)),
                FieldOrPart.Then(path => (Function: (string?)null, Field: path)))
            .And(OneOf(Word("ASC").Then(false), Word("DESC").Then(true)).Else(false))
            .And(Word("NULLS").SkipAnd(OneOf(Word("FIRST").Then(false), Word("LAST").Then(true))).Else(false))
            .Then(parts => new OrderItem(parts.Item1.Field, parts.Item2, parts.Item3) { Function = parts.Item1.Function });

    /// <summary>A whole statement.</summary>
    public static readonly Parser<SoqlQuery> Statement = Query().AndSkip(End);

    private static Parser<SoqlQuery> Query() => Recursive<SoqlQuery>(query =>
    {
        var semiJoin = SemiJoin();
        var where = Word("WHERE").SkipAnd(SoqlConditions.Where(semiJoin)).Then(condition => (SoqlExpression?)condition).Else((SoqlExpression?)null);
        var having = Word("HAVING").SkipAnd(SoqlConditions.Having(semiJoin)).Then(condition => (SoqlExpression?)condition).Else((SoqlExpression?)null);
        var groups = Word("GROUP").SkipAnd(Word("BY")).SkipAnd(Separated(Symbol(','), FieldOrPart)).And(having)
            .Else(((IReadOnlyList<FieldPath>)[], null));
        var order = Word("ORDER").SkipAnd(Word("BY")).SkipAnd(Separated(Symbol(','), OrderKey)).Else((IReadOnlyList<OrderItem>)[]);
        var viewed = ZeroOrMany(Word("FOR").SkipAnd(OneOf(Word("VIEW"), Word("REFERENCE"))));

        return Head(query).And(where).And(groups).And(order).And(Rows("LIMIT")).And(Rows("OFFSET")).AndSkip(viewed)
            .Then((context, parts) =>
            {
                var (head, filter, grouped, sorted, limit, offset) = parts;
                return SoqlAliases.Resolve(new SoqlQuery(
                    context.Scanner.Buffer, head.Select, head.From, head.FromPosition, head.Alias, filter, grouped.Item1, grouped.Item2, sorted, limit, offset));
            });
    });

    private static Parser<SoqlHead> Head(Parser<SoqlQuery> query)
    {
        var count = Word("COUNT").And(Symbol('(')).And(Symbol(')'))
            .Then((_, start, _, _) => (IReadOnlyList<SelectItem>)[new AggregateItem(start, "COUNT", null, null)]);
        return Word("SELECT").SkipAnd(OneOf(count, Separated(Symbol(','), Item(query))))
            .AndSkip(Word("FROM")).And(ObjectName).And(ObjectAlias)
            .AndSkip(ZeroOrOne(Word("USING").And(Word("SCOPE")).And(Name)))
            .Then(parts => new SoqlHead(parts.Item1, parts.Item2.ToString(), parts.Item2.Offset, parts.Item3));
    }

    private static Parser<SelectItem> Item(Parser<SoqlQuery> query)
    {
        var subquery = SymbolAt('(').And(query).AndSkip(Symbol(')')).Then(parts => (SelectItem)new SubqueryItem(parts.Item1, parts.Item2));
        var group = OneOf(Word("ALL").Then("ALL"), Word("STANDARD").Then("STANDARD"), Word("CUSTOM").Then("CUSTOM"));
        var fields = WordAt("FIELDS").AndSkip(Symbol('(')).And(group).AndSkip(Symbol(')'))
            .Then(parts => (SelectItem)new FieldsItem(parts.Item1, parts.Item2));
        var aggregate = SoqlConditions.Call().And(ColumnAlias)
            .Then((_, start, _, parts) => (SelectItem)new AggregateItem(start, parts.Item1.Function, parts.Item1.Field, parts.Item2));
        var field = FieldOrPart.And(ColumnAlias).Then(parts => (SelectItem)new FieldItem(parts.Item1.Position, parts.Item1, parts.Item2));
        return OneOf(subquery, fields, aggregate, TypeOf(), field);
    }

    private static Parser<SelectItem> TypeOf()
    {
        var list = Separated(Symbol(','), SoqlTokens.Path);
        var branch = Word("WHEN").SkipAnd(ObjectName).AndSkip(Word("THEN")).And(list)
            .Then(parts => new TypeofBranch(parts.Item1.ToString(), parts.Item1.Offset, parts.Item2));
        var otherwise = Word("ELSE").SkipAnd(list).Else((IReadOnlyList<FieldPath>)[]);

        // A field may have the name of a keyword, so what follows decides.
        return WordAt("TYPEOF").And(SoqlTokens.Path).And(OneOrMany(branch)).And(otherwise).AndSkip(Word("END"))
            .Then(parts => (SelectItem)new TypeofItem(parts.Item1, parts.Item2, parts.Item3, parts.Item4));
    }

    // A semi-join takes one column and a filter: no sort, no limit, no aggregate.
    private static Parser<SoqlQuery> SemiJoin() => Recursive<SoqlQuery>(semiJoin =>
    {
        var where = Word("WHERE").SkipAnd(SoqlConditions.Where(semiJoin)).Then(condition => (SoqlExpression?)condition).Else((SoqlExpression?)null);
        return Word("SELECT").SkipAnd(SoqlTokens.Path).AndSkip(Word("FROM")).And(ObjectName).And(ObjectAlias).And(where)
            .Then((context, parts) => SoqlAliases.Resolve(new SoqlQuery(
                context.Scanner.Buffer,
                [new FieldItem(parts.Item1.Position, parts.Item1, null)],
                parts.Item2.ToString(),
                parts.Item2.Offset,
                parts.Item3,
                parts.Item4,
                [],
                null,
                [],
                null,
                null)));
    });

    private static Parser<int?> Rows(string word) => Word(word).SkipAnd(Count).Then(count => (int?)count).Else((int?)null);

    private sealed record SoqlHead(IReadOnlyList<SelectItem> Select, string From, int FromPosition, string? Alias);
}
