namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Some records of a job's results.</summary>
/// <param name="Records">The records.</param>
/// <param name="After">Where to go on once they are committed.</param>
internal sealed record BulkBatch(RecordBatch Records, BulkPosition After);
