namespace SalesforceImport.Matching;

/// <summary>
/// A record of an earlier batch whose outcome this batch changes, if this run has read it at all.
/// </summary>
/// <param name="Object">Its object.</param>
/// <param name="Id">The record.</param>
/// <param name="Was">Its outcome so far.</param>
/// <param name="Becomes">Its outcome now.</param>
/// <param name="SurelyRead">Whether the row itself proves that this run has read it; otherwise the log must say.</param>
internal readonly record struct Amendment(string Object, SalesforceId Id, RecordOutcome Was, RecordOutcome Becomes, bool SurelyRead);
