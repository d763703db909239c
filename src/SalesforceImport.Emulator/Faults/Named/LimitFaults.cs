using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of limits and permissions.</summary>
internal static class LimitFaults
{
    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("request-limit-daily", "The org's calls of the day are used up.", DataApi, Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), null),
        new("request-limit-concurrent", "Too many requests at once; a moment later it works.", DataApi, Error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")),
        new("request-limit-concurrent-soap", "The same as SOAP tells it: status 500, XML.", DataApi, Xml(500, "REQUEST_LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED: ConcurrentRequests (Concurrent API Requests) Limit exceeded.")),
        new("concurrent-long-txn", "Too many long requests at once; a moment later it works.", DataApi, Error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.")),
        new("api-disabled", "The org's edition has no API.", DataApi, Error(403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner"), null),
        new("txn-security", "A transaction security policy took too long.", DataApi, Error(403, "TXN_SECURITY_METERING_ERROR", "We can't complete the action because enabled transaction security policies took too long to complete.")),
        new("uri-too-long", "The address is too long.", Query, Html(414, "<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>")),
        new("headers-too-large", "Address and headers are too long.", DataApi, Html(431, "<h1>Bad Message 431</h1><pre>reason: Request Header Fields Too Large</pre>")),
        new("bulk2-jobs-exhausted", "The Bulk jobs of the day are used up.", Jobs, Error(400, "LIMIT_EXCEEDED", "Max bulk v2 query jobs (10000) per 24 hrs has been reached (10021)."), null),
        new("bulk2-volume-exhausted", "The Bulk volume of the day is used up.", Jobs, Error(400, "LIMIT_EXCEEDED", "Max bulk v2 query result size stored (1000000000) kb per 24 hrs has been exceeded"), null),
    ];
}
