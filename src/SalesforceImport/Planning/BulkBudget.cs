namespace SalesforceImport.Planning;

/// <summary>What a plan takes of the org's daily allowances for Bulk API 2.0, and what was left of them when it was made.</summary>
/// <param name="Jobs">Jobs expected.</param>
/// <param name="JobsLeft">Jobs the org had left; null when it would not say.</param>
/// <param name="Megabytes">Megabytes of results expected: a rough figure.</param>
/// <param name="MegabytesLeft">Megabytes of results the org had left; null when it would not say.</param>
public sealed record BulkBudget(long Jobs, long? JobsLeft, long Megabytes, long? MegabytesLeft);
