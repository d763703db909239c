using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>The org could not be reached, or answered with something that is no answer. It may do better later.</summary>
internal sealed class OrgUnavailableException(
    string message, string? errorCode = null, HttpStatusCode? httpStatus = null, Exception? innerException = null)
    : SalesforceException(message, errorCode, httpStatus, innerException)
{
    /// <summary>True when the request may have reached the org, and only its answer was lost.</summary>
    public bool AnswerLost { get; init; }
}
