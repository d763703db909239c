using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>
/// Signing in to the org failed, or the org refuses the session it has just given. Nothing was imported by the call that
/// met it. The message names the setting, or the place in Salesforce's setup, to look at.
/// </summary>
public sealed class SalesforceSignInException : SalesforceException
{
    internal SalesforceSignInException(
        string message, string? errorCode = null, HttpStatusCode? httpStatus = null, Exception? innerException = null)
        : base(message, errorCode, httpStatus, innerException)
    {
    }
}
