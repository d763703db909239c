namespace SalesforceImport.Salesforce.Bulk;

/// <summary>How far a query job is.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_one_job.htm">Get Information About a Query Job</seealso>
internal enum BulkJobState
{
    /// <summary>Created, and waiting (<c>UploadComplete</c>).</summary>
    Queued,

    /// <summary>Being worked on; also any state that this version does not know.</summary>
    InProgress,

    /// <summary>Done: its results can be read.</summary>
    Complete,

    /// <summary>Given up by the org.</summary>
    Failed,

    /// <summary>Stopped by somebody.</summary>
    Aborted,
}
