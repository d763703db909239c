using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>What lies below <c>/services/oauth2</c>, and the identity URL. None of it counts as an API request.</summary>
internal static class OAuthEndpoints
{
    public static Task AnswerAsync(OrgServices services, HttpContext context, string endpoint)
    {
        var wanted = endpoint is "token" or "revoke" ? HttpMethods.IsPost(context.Request.Method)
            : HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method);
        return endpoint switch
        {
            "token" or "revoke" or "userinfo" when !wanted =>
                Answers.ErrorAsync(context, 405, "METHOD_NOT_ALLOWED", $"HTTP Method '{context.Request.Method}' not allowed."),
            "token" => TokenEndpoint.AnswerAsync(services, context),
            "revoke" => RevokeAsync(services, context),
            "userinfo" => UserInfo.AnswerAsync(services, context, null),
            _ => throw ApiException.NotFound(),
        };
    }

    private static async Task RevokeAsync(OrgServices services, HttpContext context)
    {
        string? token;
        try
        {
            token = (await SignInForm.ReadAsync(context).ConfigureAwait(false))["token"];
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
