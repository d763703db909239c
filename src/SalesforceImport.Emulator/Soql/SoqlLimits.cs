namespace SalesforceImport.Emulator.Soql;

/// <summary>What the org refuses whatever a statement says.</summary>
internal static class SoqlLimits
{
    /// <summary>The most characters of a statement.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The most parentheses inside one another.</summary>
    public const int MaxDepth = 100;

    /// <summary>The most rows that OFFSET may pass over.</summary>
    public const int MaxOffset = 2_000;

    /// <summary>Refuses a statement that is too long, or nested deeper than a parse should follow.</summary>
    /// <param name="soql">The statement.</param>
    /// <exception cref="SoqlException">It is.</exception>
    public static void CheckText(string soql)
    {
        if (soql.Length > MaxLength)
        {
            throw SoqlErrors.QueryTooLong();
        }

        var depth = 0;
        for (var at = 0; at < soql.Length; at++)
        {
            switch (soql[at])
            {
                case '\'':
                    var length = SoqlStrings.QuotedLength(soql.AsSpan(at));
                    if (length == 0)
                    {
                        // A string without an end takes the rest, and the grammar will get no further either.
                        return;
                    }

                    at += length - 1;
                    break;
                case '(' when ++depth > MaxDepth:
                    throw SoqlErrors.UnexpectedToken(soql, at);
                case ')':
                    depth--;
                    break;
            }
        }
    }

    /// <summary>Refuses aliases outside a grouped query, and too large an offset.</summary>
    /// <param name="query">The statement.</param>
    /// <exception cref="SoqlException">It has one.</exception>
    public static void CheckTree(SoqlQuery query)
    {
        if (query.Offset > MaxOffset)
        {
            throw SoqlErrors.OffsetTooLarge();
        }

        foreach (var item in query.Select)
        {
            if (item is FieldItem { Alias: not null } && query.GroupBy.Count == 0)
            {
                throw SoqlErrors.Malformed(query.Text, item.Position, "Only aggregate expressions use field aliasing");
            }

            if (item is SubqueryItem subquery)
            {
                CheckTree(subquery.Query);
            }
        }
    }
}
