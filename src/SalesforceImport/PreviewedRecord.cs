namespace SalesforceImport;

/// <summary>What would become of one record. A later batch may say otherwise of the same one: then that holds.</summary>
/// <param name="Object">Its object.</param>
/// <param name="Id">The record.</param>
/// <param name="Outcome">What would become of it.</param>
/// <param name="Reason">Why, where it would be skipped or fail.</param>
/// <param name="Detail">More of it, for people.</param>
public sealed record PreviewedRecord(string Object, SalesforceId Id, RecordOutcome Outcome, RecordReason Reason, string? Detail);
