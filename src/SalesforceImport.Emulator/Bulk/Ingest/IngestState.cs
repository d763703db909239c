namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>The states of an ingest job, named as on the wire.</summary>
internal enum IngestState
{
    /// <summary>Its data can be uploaded.</summary>
    Open,

    /// <summary>Waiting to be started.</summary>
    UploadComplete,

    /// <summary>Started.</summary>
    InProgress,

    /// <summary>Every row was tried.</summary>
    JobComplete,

    /// <summary>Ended by the org: its data could not be read.</summary>
    Failed,

    /// <summary>Ended by a user.</summary>
    Aborted,
}
