namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// Where a reader is in the results of a job. The results of a job stay as they are for as long as it exists, so a
/// position can be gone back to, by this process or another.
/// </summary>
/// <param name="Job">The job's id.</param>
/// <param name="ApiVersion">The API version that created it; the org gives its results to no other.</param>
internal sealed record BulkPosition(string Job, string ApiVersion)
{
    /// <summary>The page to read next, or to read on; null for the first.</summary>
    public string? Page { get; init; }

    /// <summary>How many of that page's rows are behind the reader.</summary>
    public long RowsOfPage { get; init; }

    /// <summary>How many rows of the job are behind the reader.</summary>
    public long Rows { get; init; }

    /// <summary>The last record read of that page: the row before which the reader goes on must be it.</summary>
    public SalesforceId? Last { get; init; }
}
