using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Runs a parsed query: finds its rows, or counts and groups them.</summary>
internal static class QueryRunner
{
    /// <exception cref="SoqlException">The org refuses the query.</exception>
    public static QueryResult Run(QueryContext context, SoqlQuery query)
    {
        var definition = context.From(query);
        if (query.Select is [AggregateItem { Function: "COUNT", Field: null }])
        {
            return new CountResult(Rows(context, query).Count);
        }

        if (query.GroupBy.Count > 0 || query.Select.Any(item => item is AggregateItem))
        {
            return new Aggregates.AggregateQuery(context, definition, query).Run();
        }

        var output = new SelectBinder(context).Bind(query, definition);
        return new PreparedQuery(context, definition, output, Rows(context, query));
    }

    /// <summary>Refuses what a look for the rows would refuse, without looking for them.</summary>
    /// <exception cref="SoqlException">The org refuses the query.</exception>
    public static void Check(QueryContext context, SoqlQuery query)
    {
        var definition = context.From(query);
        OrderRules.Check(context, definition, query.OrderBy);
        if (query.Where is { } where)
        {
            new FilterBinder(context, definition).Bind(where);
        }
    }

    /// <summary>Finds the rows of a query without aggregates.</summary>
    /// <exception cref="SoqlException">The org refuses the query.</exception>
    public static RowSequence Rows(QueryContext context, SoqlQuery query)
    {
        var definition = context.From(query);
        OrderRules.Check(context, definition, query.OrderBy);
        var planner = new RowPlanner(context, definition);
        return Limits.Apply(query, most => planner.Plan(query.Where, query.OrderBy, most, null));
    }
}
