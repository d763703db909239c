using Parlot;

namespace SalesforceImport.Emulator.Soql;

/// <summary>Reads SOQL statements. Stateless, safe to call from any thread.</summary>
internal sealed class SoqlParser
{
    private SoqlParser()
    {
    }

    /// <summary>Reads a statement.</summary>
    /// <param name="soql">The statement.</param>
    /// <returns>Its tree.</returns>
    /// <exception cref="SoqlException">The org would refuse the statement whatever its schema.</exception>
    public static SoqlQuery Parse(string soql)
    {
        ArgumentNullException.ThrowIfNull(soql);
        SoqlLimits.CheckText(soql);

        var query = ParseTree(soql);
        SoqlLimits.CheckTree(query);
        SemiJoinRules.Check(query);
        return query;
    }

    private static SoqlQuery ParseTree(string soql)
    {
        var context = new SoqlContext(soql);
        var result = default(ParseResult<SoqlQuery>);
        try
        {
            return SoqlGrammar.Statement.Parse(context, ref result) ? result.Value : throw SoqlErrors.UnexpectedToken(soql, context.Furthest);
        }
        catch (ParseException outOfStack)
        {
            throw SoqlErrors.UnexpectedToken(soql, outOfStack.Position.Offset);
        }
    }
}
