namespace SalesforceImport.Emulator.Bulk;

/// <summary>The states of a job, named as on the wire.</summary>
internal enum JobState
{
    /// <summary>Waiting to be started.</summary>
    UploadComplete,

    /// <summary>Started.</summary>
    InProgress,

    /// <summary>Its result can be read.</summary>
    JobComplete,

    /// <summary>Ended by the org, without a result.</summary>
    Failed,

    /// <summary>Ended by a user, without a result.</summary>
    Aborted,
}
