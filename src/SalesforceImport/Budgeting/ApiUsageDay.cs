namespace SalesforceImport.Budgeting;

/// <summary>API usage of one day, UTC.</summary>
/// <param name="Day">The day.</param>
/// <param name="OwnCalls">Calls that this library sent on that day.</param>
/// <param name="OrgUsed">The most that the org said it had counted in 24 hours, of all integrations; null when it was never asked on that day.</param>
/// <param name="OrgLimit">The org's limit as last seen on that day; null when it was never asked.</param>
/// <param name="HoursWithoutSample">Hours of the day, up to now, in which the org's count was not seen.</param>
/// <param name="IsGap">Whether the org's count was not seen on that day at all.</param>
public sealed record ApiUsageDay(DateOnly Day, long OwnCalls, long? OrgUsed, long? OrgLimit, int HoursWithoutSample, bool IsGap);
