namespace SalesforceImport.Salesforce;

/// <summary>One of the org's limits, as <c>/limits</c> reports it.</summary>
internal sealed record OrgLimit(long Max, long Remaining);
