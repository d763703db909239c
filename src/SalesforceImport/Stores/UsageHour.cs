namespace SalesforceImport.Stores;

/// <summary>One hour of API usage.</summary>
/// <param name="Hour">The start of the hour, UTC.</param>
/// <param name="OwnCalls">Calls this library sent in the hour.</param>
/// <param name="OrgUsed">The org's count of the preceding 24 hours, all integrations together, as last seen in this hour; null when none was seen.</param>
/// <param name="OrgLimit">The org's limit as last seen in this hour; null when none was seen.</param>
public sealed record UsageHour(DateTimeOffset Hour, long OwnCalls, long? OrgUsed, long? OrgLimit);
