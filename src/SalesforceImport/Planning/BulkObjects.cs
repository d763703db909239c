using System.Collections.Frozen;

namespace SalesforceImport.Planning;

/// <summary>The objects that Bulk API 2.0 does not query.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm">Create a Query Job</seealso>
internal static class BulkObjects
{
    private static readonly FrozenSet<string> Unsupported = new[]
    {
        "AcceptedEventRelation", "ActivityHistory", "CaseStatus", "ContractStatus", "DeclinedEventRelation", "EventWhoRelation", "OpenActivity",
        "OrderStatus", "PartnerRole", "RecentlyViewed", "SolutionStatus", "TaskPriority", "TaskStatus", "TaskWhoRelation", "UndecidedEventRelation",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Supports(string sObject) => !Unsupported.Contains(sObject);
}
