using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Auth;

namespace SalesforceImport.Emulator.Http;

/// <summary>The data API below <c>/services/data/vXX.X</c>, for requests of their own and for those inside a composite request.</summary>
internal static class DataApi
{
    /// <summary>Answers a request.</summary>
    /// <param name="services">The org.</param>
    /// <param name="context">The request and its answer.</param>
    /// <param name="target">What was asked.</param>
    /// <param name="session">Who asks; null where nobody is signed in.</param>
    /// <exception cref="ApiException">The org refuses it.</exception>
    public static Task AnswerAsync(OrgServices services, HttpContext context, RequestTarget target, Session? session)
    {
        if (target.Segments is not ["services", "data", var version, .. var path])
        {
            throw ApiException.NotFound();
        }

        ApiVersions.Check(version);
        var user = session ?? throw ApiException.SessionInvalid();
        if (!services.Options.ApiEnabled)
        {
            throw new ApiException(403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");
        }

        var (resource, arguments) = ResourceTable.Find(path, context.Request.Method);
        return resource.AnswerAsync(new Exchange(services, context, target, version, user, arguments));
    }
}
