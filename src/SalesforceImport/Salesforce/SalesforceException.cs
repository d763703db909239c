using System.Net;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce;

/// <summary>
/// The org refused a request, could not be reached, or answered with something that is no answer. The message says what to
/// do about it; it never holds a token, a secret or more than the first line of what the org sent.
/// </summary>
public class SalesforceException : SalesforceImportException
{
    internal SalesforceException(
        string message, string? errorCode = null, HttpStatusCode? httpStatus = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
        HttpStatus = httpStatus;
    }

    /// <summary>Salesforce's own code, such as <c>INVALID_FIELD</c>; null when the org gave none.</summary>
    public string? ErrorCode { get; }

    /// <summary>The HTTP status of the answer; null when there was no answer.</summary>
    public HttpStatusCode? HttpStatus { get; }

    internal RetryAdvice Retry { get; init; }

    /// <summary>Whether the same call may succeed later, with nothing changed but the time.</summary>
    internal bool IsTransient => Retry.MaxRetries > 0 || InnerException is SalesforceException { IsTransient: true };
}
