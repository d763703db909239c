using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>The ways to sign in.</summary>
internal static class Grants
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <exception cref="SignInException">What was given does not do.</exception>
    public static Grant Answer(OrgServices services, SignInForm form) => form["grant_type"] switch
    {
        "client_credentials" => ClientCredentials(services, form),
        JwtBearer => JwtAssertion.Answer(services, form["assertion"] ?? throw new SignInException("invalid_request", "assertion is required")),
        "refresh_token" => Refresh(services, form),
        "password" => Password(services, form),
        _ => throw new SignInException("unsupported_grant_type", "grant type not supported"),
    };

    private static Grant ClientCredentials(OrgServices services, SignInForm form)
    {
        CheckApp(services, form);
        return new Grant(services.Sessions.Open(0));
    }

    private static Grant Refresh(OrgServices services, SignInForm form)
    {
        var clientId = form.ClientId ?? throw new SignInException("invalid_client_id", "client identifier invalid");
        if (!services.Apps.Knows(clientId))
        {
            throw new SignInException("invalid_client_id", "client identifier invalid");
        }

        if (form.ClientSecret is { } secret && clientId == services.Apps.ClientId && !services.Apps.IsSecret(secret))
        {
            throw new SignInException("invalid_client", "invalid client credentials");
        }

        var used = services.Sessions.UseRefreshToken(form["refresh_token"] ?? "", clientId)
            ?? throw new SignInException("invalid_grant", "expired access/refresh token");
        var session = services.Sessions.Open(used.User, used.Family);
        return new Grant(session, services.Options.RotateRefreshTokens ? services.Sessions.IssueRefreshToken(used.User, clientId, used.Family) : null);
    }

    private static Grant Password(OrgServices services, SignInForm form)
    {
        CheckApp(services, form);
        var apps = services.Apps;
        if (!string.Equals(form["username"], services.Org.Username, StringComparison.OrdinalIgnoreCase)
            || form["password"] != apps.Password + apps.SecurityToken)
        {
            throw new SignInException("invalid_grant", "authentication failure");
        }

        return new Grant(services.Sessions.Open(0));
    }

    private static void CheckApp(OrgServices services, SignInForm form)
    {
        if (form.ClientId != services.Apps.ClientId)
        {
            throw new SignInException("invalid_client_id", "client identifier invalid");
        }

        if (!services.Apps.IsSecret(form.ClientSecret ?? ""))
        {
            throw new SignInException("invalid_client", "invalid client credentials");
        }
    }
}
