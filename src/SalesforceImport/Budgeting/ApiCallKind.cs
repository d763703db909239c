namespace SalesforceImport.Budgeting;

/// <summary>What an API call was for, as the journal and the report show it.</summary>
public enum ApiCallKind
{
    /// <summary>Reading the org's limits.</summary>
    Limits,

    /// <summary>Describing an object.</summary>
    Describe,

    /// <summary>Counting records.</summary>
    Count,

    /// <summary>Reading a page of a REST query.</summary>
    Query,

    /// <summary>Creating, polling, reading or deleting a Bulk API 2.0 job.</summary>
    Bulk,

    /// <summary>Anything else, such as asking for the org's id.</summary>
    Other,
}
