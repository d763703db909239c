using Parlot.Fluent;
using static SalesforceImport.Emulator.Soql.SoqlTokens;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The grammar of WHERE and HAVING.</summary>
internal static class SoqlConditions
{
    private static readonly Parser<SoqlOperator> Operator = OneOf(
        Sign("=", SoqlOperator.Equal),
        Sign("!=", SoqlOperator.NotEqual),
        Sign("<>", SoqlOperator.NotEqual),
        Sign("<=", SoqlOperator.LessOrEqual),
        Sign(">=", SoqlOperator.GreaterOrEqual),
        Sign("<", SoqlOperator.Less),
        Sign(">", SoqlOperator.Greater));

    private static readonly Parser<(SoqlOperator Operator, SoqlLiteral Value)> Comparand = OneOf(
        Operator.And(SoqlValues.Any),
        Word("LIKE").Then(SoqlOperator.Like).And(SoqlStrings.Pattern.Then(literal => (SoqlLiteral)literal)));

    /// <summary>The grammar of a WHERE.</summary>
    /// <param name="semiJoin">The grammar of a query inside IN.</param>
    public static Parser<SoqlExpression> Where(Parser<SoqlQuery> semiJoin) => Logical(Condition(semiJoin));

    /// <summary>The grammar of a HAVING: the same conditions, and aggregates.</summary>
    /// <param name="semiJoin">The grammar of a query inside IN.</param>
    public static Parser<SoqlExpression> Having(Parser<SoqlQuery> semiJoin)
    {
        var aggregate = Call().And(Comparand).Then((_, start, _, parts) =>
            (SoqlExpression)new AggregateComparison(start, parts.Item1.Function, parts.Item1.Field, parts.Item2.Operator, parts.Item2.Value));
        return Logical(OneOf(aggregate, Condition(semiJoin)));
    }

    /// <summary>An aggregate of a field: <c>MAX(Amount)</c>.</summary>
    public static Parser<(string Function, FieldPath Field)> Call() =>
        Aggregate.AndSkip(Symbol('(')).And(SoqlTokens.Path).AndSkip(Symbol(')'));

    // Each level holds one kind of operator: the org refuses AND beside OR, and NOT beside either, without parentheses.
    private static Parser<SoqlExpression> Logical(Parser<SoqlExpression> condition) => Recursive<SoqlExpression>(logical =>
    {
        var operand = OneOf(Between(Symbol('('), logical, Symbol(')')), condition);
        var not = WordAt("NOT").And(operand).Then(parts => (SoqlExpression)new NotExpression(parts.Item1, parts.Item2));
        var chain = operand
            .And(OneOf(
                OneOrMany(Word("AND").SkipAnd(operand)).Then(rest => (And: true, More: rest)),
                OneOrMany(Word("OR").SkipAnd(operand)).Then(rest => (And: false, More: rest)),
                Always((And: true, More: (IReadOnlyList<SoqlExpression>)[]))))
            .Then(parts => Join(parts.Item1, parts.Item2.And, parts.Item2.More));
        return OneOf(not, chain);
    });

    private static SoqlExpression Join(SoqlExpression first, bool and, IReadOnlyList<SoqlExpression> rest) => (rest.Count, and) switch
    {
        (0, _) => first,
        (_, true) => new AndExpression(first.Position, [first, .. rest]),
        (_, false) => new OrExpression(first.Position, [first, .. rest]),
    };

    private static Parser<SoqlExpression> Condition(Parser<SoqlQuery> semiJoin)
    {
        var negated = Word("NOT").Then(true).Else(false);
        var values = Separated(Symbol(','), SoqlValues.Any);
        var strings = Separated(Symbol(','), SoqlStrings.Plain.Then(literal => (SoqlLiteral)literal));

        var comparison = Comparand.Then(parts => Tail(field => new Comparison(field.Position, field, parts.Operator, parts.Value)));
        var list = negated.AndSkip(Word("IN")).And(Between(Symbol('('), OneOf(
                semiJoin.Then(query => (Query: (SoqlQuery?)query, Values: (IReadOnlyList<SoqlLiteral>)[])),
                values.Then(found => (Query: (SoqlQuery?)null, Values: found))), Symbol(')')))
            .Then(parts => Tail(field => parts.Item2.Query is { } query
                ? new InQuery(field.Position, field, parts.Item1, query)
                : new InList(field.Position, field, parts.Item1, parts.Item2.Values)));
        var includes = OneOf(Word("INCLUDES").Then(false), Word("EXCLUDES").Then(true))
            .And(Between(Symbol('('), strings, Symbol(')')))
            .Then(parts => Tail(field => new Includes(field.Position, field, parts.Item1, parts.Item2)));

        return FieldOrPart.And(OneOf(comparison, list, includes)).Then(parts => parts.Item2(parts.Item1));
    }

    private static Func<FieldPath, SoqlExpression> Tail(Func<FieldPath, SoqlExpression> build) => build;

    private static Parser<SoqlOperator> Sign(string sign, SoqlOperator value) => Token(Literals.Text(sign)).Then(value);
}
