using System.Globalization;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Auth;

namespace SalesforceImport.Emulator.Http;

/// <summary>
/// Counts requests against the org's allowance: every request to a version of the data API that brings an access token,
/// whatever comes of it, and every further one inside a batch. Without a token it is nobody's; past the limit it is refused and not counted.
/// </summary>
internal static class Admission
{
    public const string LimitHeader = "Sforce-Limit-Info";

    /// <summary>Counts a request where it counts; the refusal where a limit is reached, else null.</summary>
    public static ApiException? Admit(OrgServices services, HttpContext context, RequestTarget target, long call)
    {
        if (target.Segments is not ["services", "data", _, ..] || BearerToken.Read(context.Request) is null || !services.Options.ApiEnabled)
        {
            return null;
        }

        context.Items[typeof(Admission)] = call;
        if (services.LongRequests.AreTooMany)
        {
            TellUsage(services, context);
            return new ApiException(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.");
        }

        return Take(services, context, call) ? null : ApiException.RequestLimitExceeded();
    }

    /// <summary>Counts a further request inside one that was admitted; false where the limit is reached.</summary>
    public static bool AdmitAnother(Exchange exchange) => Take(exchange.Services, exchange.Http, (long)exchange.Http.Items[typeof(Admission)]!);

    private static bool Take(OrgServices services, HttpContext context, long call)
    {
        var taken = services.Allowance.TryTake();
        if (taken)
        {
            services.Calls.Charge(call);
        }

        TellUsage(services, context);
        return taken;
    }

    private static void TellUsage(OrgServices services, HttpContext context) => context.Response.Headers[LimitHeader] = string.Create(
        CultureInfo.InvariantCulture, $"api-usage={services.Allowance.Used}/{services.Allowance.Limit}");
}
