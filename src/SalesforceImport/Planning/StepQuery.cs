using SalesforceImport.Salesforce;

namespace SalesforceImport.Planning;

/// <summary>The requests of a step.</summary>
internal static class StepQuery
{
    // The org takes 100,000 characters of SOQL.
    private const int MostSoql = 99_000;
    private const int IdInList = 21;
    private const int MostIdsById = 2000;

    /// <summary>Over REST: in the order of ids, so that it can be taken up behind any of them.</summary>
    public static QueryRequest For(ImportStep step, IdRange range) => Request(step, Text(step, range) + " ORDER BY Id");

    /// <summary>As a Bulk job: an order would keep the org from dividing the work.</summary>
    public static QueryRequest ForBulk(ImportStep step) => Request(step, Text(step, default));

    /// <summary>The records that belong to some ids.</summary>
    public static QueryRequest ForIds(ImportStep step, IReadOnlyList<SalesforceId> ids) => step.Reading == StepReading.ById
        ? Request(step, string.Empty) with { Ids = ids }
        : Request(step, Select(step, [Where(step), $"{step.Ids!.Field} IN ({string.Join(',', ids.Select(id => $"'{id}'"))})"])) with
        {
            InComposite = step.Reading == StepReading.LongIdList,
        };

    /// <summary>How many ids one request of a step can name; 0 where it cannot name any.</summary>
    public static int IdsPerCall(ImportStep step, StepReading reading, string apiVersion)
    {
        var one = ForIds(step with { Reading = reading }, [SalesforceId.Parse("000000000000000AAA")]);
        return reading switch
        {
            StepReading.ById => MostIdsById,
            StepReading.LongIdList => Math.Max(0, 1 + ((MostSoql - one.Soql.Length) / IdInList)),
            _ => QueryTarget.Room(apiVersion, one) is >= 0 and var room ? 1 + (room / QueryTarget.LengthOfIdInList) : 0,
        };
    }

    private static string Text(ImportStep step, IdRange range) => Select(
        step,
        [
            Where(step),
            step is { Reading: StepReading.Whole, Ids.Field: not "Id" } ? $"{step.Ids.Field} != null" : null,
            range.After is { } after ? $"Id > '{after}'" : null,
            range.UpTo is { } upTo ? $"Id <= '{upTo}'" : null,
        ]);

    private static string? Where(ImportStep step) => step.Where is { } where ? $"({where})" : null;

    private static string Select(ImportStep step, IEnumerable<string?> conditions)
    {
        string filter = string.Join(" AND ", conditions.OfType<string>());
        return $"SELECT {string.Join(", ", step.Fields.Select(field => field.Path))} FROM {step.Object}{(filter.Length == 0 ? filter : " WHERE " + filter)}";
    }

    private static QueryRequest Request(ImportStep step, string soql) =>
        new(step.Object, soql, [.. step.Fields.Select(field => new QueryColumn(field.Path, field.Type))], step.IncludeArchived);
}
