using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Auth;

namespace SalesforceImport.Emulator.Http;

/// <summary>Finds out what a request is for and answers it, errors included; no exception's text or stack ever leaves it.</summary>
internal sealed class RequestDispatcher(OrgServices services)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var target = (RequestTarget)context.Items[typeof(RequestTarget)]!;
        try
        {
            await DispatchAsync(context, target).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var refusal = Refusals.Of(services, failure, context.Request.Method, target.Path);
            if (context.Response.HasStarted)
            {
                context.Abort();
            }
            else
            {
                await Answers.ErrorAsync(context, refusal.Status, refusal.ErrorCode, refusal.Message).ConfigureAwait(false);
            }
        }
    }

    private Task DispatchAsync(HttpContext context, RequestTarget target) => target.Segments switch
    {
        [] => StatusPage.AnswerAsync(services, context),
        ["services", "data"] => VersionsAnswer.WriteAsync(context),
        ["services", "data", ..] => DataApi.AnswerAsync(services, context, target, services.Sessions.Use(BearerToken.Read(context.Request))),
        ["services", "oauth2", var endpoint] => OAuthEndpoints.AnswerAsync(services, context, target, endpoint),
        ["id", var org, var user] => UserInfo.AnswerAsync(services, context, (org, user)),
        ["_emulator", .. var what] => ControlApi.AnswerAsync(services, context, what),
        _ => throw ApiException.NotFound(),
    };
}
