using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary><c>/services/oauth2/introspect</c>: tells an app what a token is worth. Asking does not extend a session.</summary>
internal static class IntrospectEndpoint
{
    public static async Task AnswerAsync(OrgServices services, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        SignInForm form;
        try
        {
            form = await SignInForm.ReadAsync(context).ConfigureAwait(false);
            Grants.CheckApp(services, form);
        }
        catch (SignInException refusal)
        {
            await TokenEndpoint.RefuseAsync(context, refusal.Error, refusal.Message, 401).ConfigureAwait(false);
            return;
        }

        if (form["token"] is not { } token)
        {
            await TokenEndpoint.RefuseAsync(context, "invalid_request", "token is required").ConfigureAwait(false);
            return;
        }

        await Answers.JsonAsync(context, 200, json =>
        {
            json.WriteStartObject();
            if (services.Sessions.Look(token) is { } session)
            {
                json.WriteBoolean("active", true);
                json.WriteString("scope", "api refresh_token");
                json.WriteString("client_id", session.ClientId);
                json.WriteString("username", services.Org.UsernameAt(session.User));
                json.WriteString("sub", $"{services.BaseUrl}/id/{services.Org.Id}/{services.Org.IdAt("User", session.User)}");
                json.WriteString("token_type", "access_token");
                json.WriteNumber("exp", session.Until.ToUnixTimeSeconds());
                json.WriteNumber("iat", session.Opened.ToUnixTimeSeconds());
                json.WriteNumber("nbf", session.Opened.ToUnixTimeSeconds());
            }
            else if (services.Sessions.IsRefreshToken(token))
            {
                json.WriteBoolean("active", true);
                json.WriteString("token_type", "refresh_token");
            }
            else
            {
                json.WriteBoolean("active", false);
            }

            json.WriteEndObject();
        }).ConfigureAwait(false);
    }
}
