using SalesforceImport.Budgeting;

namespace SalesforceImport.Stores;

/// <summary>What the org said of its own usage at a time.</summary>
/// <param name="Org">The org's id.</param>
/// <param name="At">When.</param>
/// <param name="Usage">Calls used and allowed in the 24 hours before.</param>
public sealed record UsageSample(string Org, DateTimeOffset At, OrgUsage Usage);
