namespace SalesforceImport.Salesforce.Bulk;

/// <summary>A query job, as the org last described it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How far it is.</param>
internal sealed record BulkJob(string Id, BulkJobState State)
{
    /// <summary>How many records its results hold; null before it is complete.</summary>
    public long? Records { get; init; }

    /// <summary>Why it failed, in the org's words.</summary>
    public string? Error { get; init; }

    /// <summary>The object queried, such as <c>Lead</c>.</summary>
    public string? SObject { get; init; }

    /// <summary><c>query</c> or <c>queryAll</c>.</summary>
    public string? Operation { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What stands between two values of its results.</summary>
    public char Delimiter { get; init; } = ',';
}
