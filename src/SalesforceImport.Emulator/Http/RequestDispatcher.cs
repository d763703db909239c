using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesforceImport.Emulator.Auth;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http;

/// <summary>Finds out what a request is for and answers it, errors included; no exception's text or stack ever leaves it.</summary>
internal sealed class RequestDispatcher(OrgServices services, ILogger logger)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var target = (RequestTarget)context.Items[typeof(RequestTarget)]!;
        try
        {
            await DispatchAsync(context, target).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.ErrorCode, refusal.Message).ConfigureAwait(false);
        }
        catch (SoqlException refusal)
        {
            await RefuseAsync(context, 400, refusal.ErrorCode, refusal.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException broken)
        {
            await RefuseAsync(context, broken.StatusCode, "INVALID_INPUT", "The request body could not be read").ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RequestFailed(logger, failure, context.Request.Method, target.Path);
            await RefuseAsync(context, 500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId if you contact support: 0-0 (0)").ConfigureAwait(false);
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string errorCode, string message)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
        }
        else
        {
            await Answers.ErrorAsync(context, status, errorCode, message).ConfigureAwait(false);
        }
    }

    private Task DispatchAsync(HttpContext context, RequestTarget target) => target.Segments switch
    {
        ["services", "data"] => VersionsAnswer.WriteAsync(context),
        ["services", "data", var version, .. var rest] => DataAsync(context, target, version, rest),
        ["services", "oauth2", var endpoint] => OAuthEndpoints.AnswerAsync(services, context, endpoint),
        ["id", var org, var user] => UserInfo.AnswerAsync(services, context, (org, user)),
        ["_emulator", "calls"] => CallsAnswer.WriteAsync(services, context),
        _ => throw ApiException.NotFound(),
    };

    private Task DataAsync(HttpContext context, RequestTarget target, string version, IReadOnlyList<string> path)
    {
        ApiVersions.Check(version);
        var session = services.Sessions.Use(BearerToken.Read(context.Request)) ?? throw ApiException.SessionInvalid();
        if (!services.Options.ApiEnabled)
        {
            throw new ApiException(403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");
        }

        var (resource, arguments) = ResourceTable.Find(path, context.Request.Method);
        return resource.AnswerAsync(new Exchange(services, context, target, version, session, arguments));
    }
}
