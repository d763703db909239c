namespace SalesforceImport.Emulator.Soql;

/// <summary>Where a filter may hold another query.</summary>
internal static class SemiJoinRules
{
    private const int Most = 2;

    /// <summary>Refuses semi-joins that the org refuses whatever its schema.</summary>
    /// <param name="query">The statement.</param>
    /// <exception cref="SoqlException">It has one.</exception>
    public static void Check(SoqlQuery query)
    {
        var found = 0;
        Visit(query, query.Where, topLevel: true, ref found);
        foreach (var subquery in query.Select.OfType<SubqueryItem>())
        {
            Check(subquery.Query);
        }

        if (found > Most)
        {
            throw SoqlErrors.TooManySemiJoins();
        }
    }

    private static void Visit(SoqlQuery query, SoqlExpression? expression, bool topLevel, ref int found)
    {
        switch (expression)
        {
            case AndExpression and:
                foreach (var operand in and.Operands)
                {
                    Visit(query, operand, topLevel, ref found);
                }

                break;
            case OrExpression or:
                foreach (var operand in or.Operands)
                {
                    if (ReferenceEquals(or, query.Where) && operand is InQuery)
                    {
                        throw SoqlErrors.Malformed(query.Text, operand.Position, "Semi join sub-selects are not allowed with the 'OR' operator");
                    }

                    Visit(query, operand, topLevel: false, ref found);
                }

                break;
            case NotExpression not:
                Visit(query, not.Operand, topLevel: false, ref found);
                break;
            case InQuery join:
                CheckJoin(query, join, topLevel);
                found++;
                break;
        }
    }

    private static void CheckJoin(SoqlQuery query, InQuery join, bool topLevel)
    {
        var column = ((FieldItem)join.Query.Select[0]).Path;
        var refusal = (topLevel, join.Field.Parts.Count, column.Parts.Count) switch
        {
            (false, _, _) => "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.",
            (_, > 1, _) => $"The left operand field in the where expression for outer query should be an id field, cannot use: '{string.Join('.', join.Field.Parts)}'",
            (_, _, > 1) => $"The inner select field '{string.Join('.', column.Parts)}' cannot traverse a relationship",
            _ when string.Equals(query.From, join.Query.From, StringComparison.OrdinalIgnoreCase) =>
                "The inner and outer selects should not be on the same object type",
            _ when HoldsJoin(join.Query.Where) => "Nesting of semi join sub-selects is not supported",
            _ => null,
        };
        if (refusal is not null)
        {
            throw SoqlErrors.Malformed(query.Text, join.Position, refusal);
        }
    }

    private static bool HoldsJoin(SoqlExpression? expression) => expression switch
    {
        AndExpression and => and.Operands.Any(HoldsJoin),
        OrExpression or => or.Operands.Any(HoldsJoin),
        NotExpression not => HoldsJoin(not.Operand),
        InQuery => true,
        _ => false,
    };
}
