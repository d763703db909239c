namespace SalesforceImport.Stores;

/// <summary>A record log as the store holds it.</summary>
/// <param name="Sequence">The change set that brought it; of two logs that speak of a record, the later one holds.</param>
/// <param name="Log">The log.</param>
public sealed record StoredRecordLog(long Sequence, RecordLog Log);
