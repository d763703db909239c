using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>The org gave the query up for running too long. The same query would end the same way; a smaller range may not.</summary>
internal sealed class QueryTimeoutException(string message, string? errorCode, HttpStatusCode? httpStatus)
    : SalesforceException(message, errorCode, httpStatus);
