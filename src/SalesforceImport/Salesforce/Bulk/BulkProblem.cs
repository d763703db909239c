namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Why a query job brings no more records.</summary>
internal enum BulkProblem
{
    /// <summary>The org does not take this query as a job, or takes no more jobs today. The REST API may do better.</summary>
    Refused,

    /// <summary>A job may have been created, and nobody knows which.</summary>
    Uncertain,

    /// <summary>The job, or its results, are gone: deleted, expired, or of another API version.</summary>
    Lost,

    /// <summary>The org gave the job up.</summary>
    Failed,

    /// <summary>Somebody stopped the job.</summary>
    Aborted,

    /// <summary>The job was still running when the polls were spent. It goes on, and so can the one who asks.</summary>
    StillRunning,

    /// <summary>The pages of the results add up to another number of records than the job has.</summary>
    Incomplete,
}
