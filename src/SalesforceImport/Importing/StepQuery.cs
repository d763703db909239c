using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>The SOQL of a step: always in the order of ids, so that it can be taken up behind any of them.</summary>
internal static class StepQuery
{
    public static QueryRequest For(ImportStep step, SalesforceId? after)
    {
        var conditions = new List<string>(2);
        if (step.Where is { } where)
        {
            conditions.Add($"({where})");
        }

        if (after is { } id)
        {
            conditions.Add($"Id > '{id}'");
        }

        string filter = conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);
        return new QueryRequest(
            step.Object,
            $"SELECT {string.Join(", ", step.Fields.Select(field => field.Path))} FROM {step.Object}{filter} ORDER BY Id",
            [.. step.Fields.Select(field => new QueryColumn(field.Path, field.Type))]);
    }
}
