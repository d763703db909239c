using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary><c>/services/oauth2/token</c>: checks what it is given and opens a session.</summary>
internal static class TokenEndpoint
{
    public static async Task AnswerAsync(OrgServices services, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        try
        {
            var form = await SignInForm.ReadAsync(context).ConfigureAwait(false);
            var grant = Grants.Answer(services, form, context.Request);
            await Answers.JsonAsync(context, 200, json => Write(services, grant, json)).ConfigureAwait(false);
        }
        catch (SignInException refusal)
        {
            await RefuseAsync(context, refusal.Error, refusal.Message).ConfigureAwait(false);
        }
    }

    public static Task RefuseAsync(HttpContext context, string error, string description, int status = 400) => Answers.JsonAsync(context, status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteEndObject();
    });

    private static void Write(OrgServices services, Grant grant, Utf8JsonWriter json)
    {
        var issued = services.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var id = $"{services.BaseUrl}/id/{services.Org.Id}/{services.Org.IdAt("User", grant.Session.User)}";
        json.WriteStartObject();
        json.WriteString("access_token", grant.Session.Token);
        if (grant.NewRefreshToken is { } refresh)
        {
            json.WriteString("refresh_token", refresh.Token);
        }

        json.WriteString("signature", Sign(services.Apps.ClientSecret, id + issued));
        json.WriteString("scope", "api refresh_token");
        json.WriteString("instance_url", services.BaseUrl);
        json.WriteString("id", id);
        json.WriteString("token_type", "Bearer");
        json.WriteString("issued_at", issued);
        json.WriteString("token_format", "opaque");
        json.WriteEndObject();
    }

    private static string Sign(string secret, string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));
}
