namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>Why a whole ingest job fails.</summary>
internal sealed class IngestException(string message) : Exception(message);
