using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>The object does not exist in this org, or the user may not see it: the org does not tell which.</summary>
internal sealed class SObjectNotFoundException(string message, string? errorCode, HttpStatusCode? httpStatus)
    : SalesforceException(message, errorCode, httpStatus);
