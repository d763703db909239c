namespace SalesforceImport.Emulator.Http;

/// <summary>A refusal in the API's own form.</summary>
internal sealed class ApiException(int status, string errorCode, string message) : Exception(message)
{
    public int Status => status;

    public string ErrorCode => errorCode;

    public static ApiException NotFound() => new(404, "NOT_FOUND", "The requested resource does not exist");

    public static ApiException SessionInvalid() => new(401, "INVALID_SESSION_ID", "Session expired or invalid");

    public static ApiException RequestLimitExceeded() => new(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

    public static ApiException LocatorInvalid() => new(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
}
