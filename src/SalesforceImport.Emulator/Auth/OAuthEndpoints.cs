using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>What lies below <c>/services/oauth2</c>, and the identity URL. None of it counts as an API request.</summary>
internal static class OAuthEndpoints
{
    public static Task AnswerAsync(OrgServices services, HttpContext context, RequestTarget target, string endpoint)
    {
        var method = context.Request.Method;
        return endpoint switch
        {
            "token" or "introspect" when !HttpMethods.IsPost(method) => RefuseMethodAsync(context),
            "authorize" or "revoke" or "userinfo" when !HttpMethods.IsGet(method) && !HttpMethods.IsPost(method) => RefuseMethodAsync(context),
            "token" => TokenEndpoint.AnswerAsync(services, context),
            "authorize" => AuthorizeEndpoint.AnswerAsync(services, context, target),
            "introspect" => IntrospectEndpoint.AnswerAsync(services, context),
            "revoke" => RevokeAsync(services, context, target),
            "userinfo" => UserInfo.AnswerAsync(services, context, null),
            _ => throw ApiException.NotFound(),
        };
    }

    private static Task RefuseMethodAsync(HttpContext context) =>
        Answers.ErrorAsync(context, 405, "METHOD_NOT_ALLOWED", $"HTTP Method '{context.Request.Method}' not allowed.");

    private static async Task RevokeAsync(OrgServices services, HttpContext context, RequestTarget target)
    {
        string? token;
        try
        {
            token = (await SignInForm.ReadAsync(context).ConfigureAwait(false))["token"] ?? target.Parameters?.GetValueOrDefault("token");
        }
        catch (SignInException)
        {
            token = null;
        }

        if (token is null || !services.Sessions.Revoke(token))
        {
            await TokenEndpoint.RefuseAsync(context, "invalid_token", "invalid token").ConfigureAwait(false);
        }
    }
}
