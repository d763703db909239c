namespace SalesforceImport.Salesforce;

/// <summary>Why a query broke off.</summary>
internal enum QueryInterruption
{
    /// <summary>The answer ended early, stalled, or turned into something that is not JSON.</summary>
    AnswerBroken,

    /// <summary>The org no longer knows the query's locator.</summary>
    LocatorLost,

    /// <summary>The session expired between two pages; a locator dies with its session.</summary>
    SessionChanged,
}
