namespace SalesforceImport.Planning;

/// <summary>How a step reads its records.</summary>
public enum ImportTransport
{
    /// <summary>Pages of a REST query: at once, in the order of ids, 2,000 records to a call.</summary>
    Rest,

    /// <summary>A job of Bulk API 2.0: some seconds before its first record, then 100,000 records to a call.</summary>
    Bulk,
}
