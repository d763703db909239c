namespace SalesforceImport;

/// <summary>One value that a run would change, and the rule that says so.</summary>
/// <param name="Name">The property.</param>
/// <param name="Before">The value as it is; null in a new row.</param>
/// <param name="After">The value as it would be.</param>
/// <param name="Rule">Who decides its value; for an opt-out, <paramref name="IsOptOut"/> does.</param>
/// <param name="IsOptOut">Whether it only ever tightens.</param>
public sealed record PreviewedProperty(string Name, FieldValue Before, FieldValue After, SyncRule Rule, bool IsOptOut);
