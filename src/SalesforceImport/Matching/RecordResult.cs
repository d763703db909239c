namespace SalesforceImport.Matching;

/// <summary>What became of one record.</summary>
internal readonly record struct RecordResult(SalesforceId Id, RecordOutcome Outcome, RecordReason Reason = RecordReason.None, string? Detail = null);
