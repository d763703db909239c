using SalesforceImport.Salesforce;

namespace SalesforceImport.Planning;

/// <summary>The SOQL of a step.</summary>
internal static class StepQuery
{
    /// <summary>Over REST: in the order of ids, so that it can be taken up behind any of them.</summary>
    public static QueryRequest For(ImportStep step, IdRange range) => Request(step, Text(step, range) + " ORDER BY Id");

    /// <summary>As a Bulk job: an order would keep the org from dividing the work.</summary>
    public static QueryRequest ForBulk(ImportStep step) => Request(step, Text(step, default));

    private static string Text(ImportStep step, IdRange range)
    {
        var conditions = new List<string>(3);
        if (step.Where is { } where)
        {
            conditions.Add($"({where})");
        }

        if (range.After is { } after)
        {
            conditions.Add($"Id > '{after}'");
        }

        if (range.UpTo is { } upTo)
        {
            conditions.Add($"Id <= '{upTo}'");
        }

        string filter = conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);
        return $"SELECT {string.Join(", ", step.Fields.Select(field => field.Path))} FROM {step.Object}{filter}";
    }

    private static QueryRequest Request(ImportStep step, string soql) =>
        new(step.Object, soql, [.. step.Fields.Select(field => new QueryColumn(field.Path, field.Type))]);
}
