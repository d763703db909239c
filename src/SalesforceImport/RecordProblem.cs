namespace SalesforceImport;

/// <summary>A record that was skipped or failed, and why.</summary>
/// <param name="Object">The record's object.</param>
/// <param name="Id">The record.</param>
/// <param name="Outcome">Skipped or failed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">More, such as the field; null where the reason says all.</param>
public sealed record RecordProblem(string Object, SalesforceId Id, RecordOutcome Outcome, RecordReason Reason, string? Detail);
