using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>What became of one row of an ingest job.</summary>
/// <param name="Id">The record's id; none where there is none.</param>
/// <param name="Created">Whether the row made the record.</param>
/// <param name="Error">Why it was refused; null where it was not.</param>
internal readonly record struct IngestResult(RecordId Id, bool Created, string? Error);
