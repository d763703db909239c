using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce;

/// <summary>The limits that an import spends from. Those the org does not report are null.</summary>
internal sealed record OrgLimits(OrgUsage DailyApiRequests, OrgLimit? DailyBulkV2QueryJobs, OrgLimit? DailyBulkV2QueryFileStorageMB);
