using System.Net;

namespace SalesforceImport.Salesforce;

/// <summary>A query is longer than the address of a request may be. A request with a body could still carry it.</summary>
internal sealed class QueryTooLongException(string message, string? errorCode = null, HttpStatusCode? httpStatus = null)
    : SalesforceException(message, errorCode, httpStatus);
