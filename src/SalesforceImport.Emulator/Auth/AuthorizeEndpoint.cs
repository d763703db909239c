using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>
/// <c>/services/oauth2/authorize</c>: where an app sends the user's browser. The integration user is signed in already and lets
/// every app in, so the browser goes straight back with a code.
/// </summary>
internal static class AuthorizeEndpoint
{
    public static Task AnswerAsync(OrgServices services, HttpContext context, RequestTarget target)
    {
        string? Given(string name) => target.Parameters?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        var (clientId, redirect) = (Given("client_id"), Given("redirect_uri"));
        if (clientId is null || !services.Apps.Knows(clientId))
        {
            return RefuseAsync(context, "invalid_client_id", "client identifier invalid");
        }

        if (redirect is null || !services.Apps.MayReturnTo(redirect))
        {
            // Sending the browser there would hand the code to whoever asked.
            return RefuseAsync(context, "redirect_uri_mismatch", "redirect_uri must match configuration");
        }

        var (challenge, method) = (Given("code_challenge"), Given("code_challenge_method") ?? "S256");
        var (name, value) = Given("response_type") != "code" ? ("error", "unsupported_response_type")
            : challenge is not null && method != "S256" ? ("error", "invalid_request")
            : ("code", services.Codes.Issue(0, clientId, redirect, challenge).Code);
        var state = Given("state") is { } given ? "&state=" + Uri.EscapeDataString(given) : "";
        var mark = redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = $"{redirect}{mark}{name}={Uri.EscapeDataString(value)}{state}";
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string error, string description) =>
        Answers.TextAsync(context, 400, Answers.Html, $"error={error}&error_description={Uri.EscapeDataString(description)}");
}
