namespace SalesforceImport.Salesforce;

/// <summary>
/// A query broke off after some of its records were read. Every record handed out before it is whole; the rest is to be
/// asked for anew, behind the last id read.
/// </summary>
internal sealed class QueryInterruptedException(QueryInterruption reason, string message, Exception? innerException = null)
    : SalesforceException(
        message,
        (innerException as SalesforceException)?.ErrorCode,
        (innerException as SalesforceException)?.HttpStatus,
        innerException)
{
    public QueryInterruption Reason { get; } = reason;

    /// <summary>Whether asking anew behind the last id makes sense: always, so far.</summary>
    public bool Retriable { get; } = true;
}
