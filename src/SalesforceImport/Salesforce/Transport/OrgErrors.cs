using System.Net;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Turns what the org said into the exception that says what to do, and whether to try again.</summary>
internal static class OrgErrors
{
    private const HttpStatusCode EdgeHasNoRoute = (HttpStatusCode)420;

    /// <summary>The failure of a request.</summary>
    public static SalesforceException From(OrgError error, OrgRequest request) =>
        (request.IsContinuation && error is { IsJson: true, Status: HttpStatusCode.NotFound }) || error.Code == "INVALID_QUERY_LOCATOR"
            ? new QueryInterruptedException(
                QueryInterruption.LocatorLost,
                $"The org no longer knows where it was in {request.What} ({Said(error)}).",
                new SalesforceException(Said(error), error.Code, error.Status))
            : FromCode(error, request.What) ?? FromStatus(error, request.What, request.ApiVersion);

    /// <summary>Something other than JSON, or nothing, where JSON belongs.</summary>
    public static OrgUnavailableException NotJson(HttpStatusCode status, string? firstLine, TimeSpan? retryAfter = null) =>
        new(
            "The org is unavailable: it answered "
            + (firstLine is null ? "with an empty body" : $"'{firstLine}'")
            + $" (HTTP {(int)status}) where JSON belongs. See status.salesforce.com; if it lasts, check that LoginUrl is the org's My Domain URL.",
            null,
            status)
        {
            Retry = RetryAdvice.Retry with { Slow = firstLine is not null, After = retryAfter },
        };

    private static SalesforceException? FromCode(OrgError error, string what)
    {
        string said = Said(error);
        switch (error.Code)
        {
            case "REQUEST_LIMIT_EXCEEDED" when error.Says("Concurrent"):
                return new SalesforceException(
                    $"The org has too many long-running requests at once ({said}). Try again later, or run fewer integrations side by side.",
                    error.Code,
                    error.Status)
                { Retry = RetryAdvice.Retry with { After = error.RetryAfter } };

            case "REQUEST_LIMIT_EXCEEDED":
                return new OrgCallLimitException(
                    $"The org's API requests of the last 24 hours are used up ({said}). Go on later, or ask Salesforce for a temporary increase.",
                    error.Code,
                    error.Status);

            case "QUERY_TIMEOUT":
                return new QueryTimeoutException(
                    $"Salesforce gave up {what} because it ran too long. Narrow it; the same query would end the same way.", error.Code, error.Status);

            case "INVALID_TYPE":
                return new SObjectNotFoundException(
                    $"Salesforce refused {what}: {said} The object does not exist in this org, or the user may not see it.", error.Code, error.Status);

            case "INVALID_FIELD":
                return new SalesforceException(
                    $"Salesforce refused {what}: {said} The field does not exist, or field-level security hides it from this user.", error.Code, error.Status);

            case "API_DISABLED_FOR_ORG":
                return new SalesforceException(
                    "The org or its edition has no API access (API_DISABLED_FOR_ORG). It takes Enterprise edition or above, or Professional with the API add-on, and a user with the permission 'API Enabled'.",
                    error.Code,
                    error.Status);

            case "API_CURRENTLY_DISABLED":
                return new SalesforceException(
                    "API access is switched off for this user at the moment (API_CURRENTLY_DISABLED). Give the user the permission 'API Enabled', and check the org's API access control.",
                    error.Code,
                    error.Status);

            case "INSUFFICIENT_ACCESS":
            case "INSUFFICIENT_ACCESS_OR_READONLY":
                return new SalesforceException(
                    $"The user lacks the permission for {what} ({said}). It needs 'API Enabled', and read access to the objects and fields imported.", error.Code, error.Status);

            case "SERVER_UNAVAILABLE":
                return new OrgUnavailableException($"The org is unavailable ({said}). See status.salesforce.com.", error.Code, error.Status)
                { Retry = RetryAdvice.Retry with { Slow = true, After = error.RetryAfter } };

            case "UNKNOWN_EXCEPTION":
                return new SalesforceException(
                    $"Salesforce failed at {what}: {said} If it stays, give its support the number in the message.", error.Code, error.Status)
                { Retry = new RetryAdvice(2, After: error.RetryAfter) };

            case "TXN_SECURITY_METERING_ERROR":
                return new SalesforceException(
                    $"The org's transaction security policies took too long over {what}. Have an administrator give the user 'Exempt from Transaction Security'.",
                    error.Code,
                    error.Status)
                { Retry = new RetryAdvice(2, After: error.RetryAfter) };

            default:
                return null;
        }
    }

    private static SalesforceException FromStatus(OrgError error, string what, string apiVersion)
    {
        switch ((int)error.Status)
        {
            case 410:
                return new SalesforceException(
                    $"Salesforce has retired API version {apiVersion}. Set ApiVersion to a newer one, or leave it unset to agree on one with the org.",
                    error.Code,
                    error.Status);

            case 414 or 431:
                return new QueryTooLongException(
                    $"The request for {what} is longer than the 16,384 bytes the org takes. Select fewer fields, or fewer ids at a time.", error.Code, error.Status);

            case 420:
                return new OrgUnavailableException(
                    $"Salesforce knows no org behind this address right now (HTTP 420{(error.FirstLine is null ? "" : $": '{error.FirstLine}'")}). It may be moving, or have expired; check LoginUrl.",
                    error.Code,
                    EdgeHasNoRoute)
                { Retry = new RetryAdvice(2, Slow: true, error.RetryAfter) };

            case 429:
                return new OrgUnavailableException("The org, or something before it, asks for fewer requests (HTTP 429).", error.Code, error.Status)
                { Retry = RetryAdvice.Retry with { After = error.RetryAfter } };
        }

        if (!error.IsJson)
        {
            return NotJson(error.Status, error.FirstLine, error.RetryAfter);
        }

        return (int)error.Status >= 500
            ? new OrgUnavailableException($"The org is unavailable (HTTP {(int)error.Status}, {Said(error)}). See status.salesforce.com.", error.Code, error.Status)
            { Retry = RetryAdvice.Retry with { Slow = error.Status == HttpStatusCode.ServiceUnavailable, After = error.RetryAfter } }
            : new SalesforceException($"Salesforce refused {what}: {Said(error)} (HTTP {(int)error.Status}).", error.Code, error.Status);
    }

    private static string Said(OrgError error)
    {
        string message = error.Message is null ? string.Empty : BodyText.Message(error.Message);
        return error.Code is null
            ? (message.Length == 0 ? "no reason given" : message)
            : (message.Length == 0 ? error.Code : $"{error.Code}: {message}");
    }
}
