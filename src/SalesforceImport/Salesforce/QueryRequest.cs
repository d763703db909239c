namespace SalesforceImport.Salesforce;

/// <summary>A query for records.</summary>
/// <param name="SObject">The object queried, for messages.</param>
/// <param name="Soql">The query.</param>
/// <param name="Columns">The columns wanted, in the order batches give them; <c>Id</c> among them where ids are needed.</param>
/// <param name="IncludeDeleted">Whether deleted and archived records are read too (<c>queryAll</c>).</param>
/// <param name="BatchSize">Records per page, 200 to 2000: a hint that the org may ignore.</param>
/// <param name="MaxBatchRows">The most records in one <see cref="RecordBatch"/>. Batches do not follow the org's pages.</param>
/// <param name="MaxBatchBytes">A batch ends once its values take this many bytes.</param>
internal sealed record QueryRequest(
    string SObject,
    string Soql,
    IReadOnlyList<QueryColumn> Columns,
    bool IncludeDeleted = false,
    int BatchSize = 2000,
    int MaxBatchRows = 2000,
    int MaxBatchBytes = 2 * 1024 * 1024)
{
    /// <summary>Whether the query is sent in a composite request, because it is too long for an address.</summary>
    public bool InComposite { get; init; }

    /// <summary>The ids of the records wanted, which are then asked for by them and not by <see cref="Soql"/>; null for a query.</summary>
    public IReadOnlyList<SalesforceId>? Ids { get; init; }
}
