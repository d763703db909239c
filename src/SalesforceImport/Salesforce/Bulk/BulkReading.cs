namespace SalesforceImport.Salesforce.Bulk;

/// <summary>How the results of a job are read.</summary>
internal sealed record BulkReading
{
    /// <summary>The most records of one result page.</summary>
    public const int MaxRecordsPerPage = 100_000;

    /// <summary>How often a job is asked after, at most, before the reader gives the waiting up.</summary>
    public const int MostPolls = 15;

    /// <summary>The most records to ask for in one page; the org may give fewer.</summary>
    public int MaxRecords { get; init; } = MaxRecordsPerPage;

    /// <summary>How many pages are read at the same time; the others wait. Records come in the order of pages all the same.</summary>
    public int PagesAtOnce { get; init; } = 3;

    /// <summary>
    /// Whether to ask for the addresses of all pages first, five to a call, where the API version has that. The pages are
    /// then begun together; else each is begun as soon as the one before tells where it is, which costs no call.
    /// </summary>
    public bool ListPages { get; init; }
}
