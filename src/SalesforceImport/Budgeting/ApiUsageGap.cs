namespace SalesforceImport.Budgeting;

/// <summary>A time in which the org's own count was not seen: what other integrations used then is not known.</summary>
/// <param name="From">Its first hour, UTC.</param>
/// <param name="To">The first hour after it, UTC.</param>
public sealed record ApiUsageGap(DateTimeOffset From, DateTimeOffset To);
