using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>The org's API requests of the last 24 hours are used up. Nothing but time, or a higher limit, helps.</summary>
internal sealed class OrgCallLimitException(string message, string? errorCode, HttpStatusCode? httpStatus)
    : SalesforceException(message, errorCode, httpStatus);
