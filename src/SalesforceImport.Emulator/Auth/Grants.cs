using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>The ways to sign in.</summary>
internal static class Grants
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <exception cref="SignInException">What was given does not do.</exception>
    public static Grant Answer(OrgServices services, SignInForm form, HttpRequest request) => form["grant_type"] switch
    {
        "client_credentials" => ClientCredentials(services, form, request),
        "authorization_code" => AuthorizationCode(services, form),
        JwtBearer => JwtAssertion.Answer(services, form["assertion"] ?? throw new SignInException("invalid_request", "assertion is required")),
        "refresh_token" => Refresh(services, form),
        "password" => Password(services, form),
        _ => throw new SignInException("unsupported_grant_type", "grant type not supported"),
    };

    /// <summary>Checks the app's id and secret.</summary>
    /// <exception cref="SignInException">They are not right.</exception>
    public static void CheckApp(OrgServices services, SignInForm form)
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

    private static Grant ClientCredentials(OrgServices services, SignInForm form, HttpRequest request)
    {
        if (LoginHost.IsShared(request))
        {
            throw new SignInException("invalid_grant", "request not supported on this domain");
        }

        CheckApp(services, form);
        return new Grant(services.Sessions.Open(0, services.Apps.ClientId));
    }

    private static Grant AuthorizationCode(OrgServices services, SignInForm form)
    {
        var used = services.Codes.Use(form["code"] ?? throw new SignInException("invalid_request", "code is required"));
        if (used.ClientId != form.ClientId)
        {
            throw new SignInException("invalid_grant", "invalid authorization code");
        }

        if (used.RedirectUri != form["redirect_uri"])
        {
            throw new SignInException("redirect_uri_mismatch", "redirect_uri must match configuration");
        }

        if (used.Challenge is { } challenge)
        {
            CheckVerifier(challenge, form["code_verifier"]);
        }

        // An app that proves itself by its challenge may keep no secret; a secret that it sends must be right.
        if (used.Challenge is null || form.ClientSecret is not null)
        {
            CheckApp(services, form);
        }

        var refresh = services.Sessions.IssueRefreshToken(used.User, used.ClientId);
        return new Grant(services.Sessions.Open(used.User, used.ClientId, refresh.Family), refresh);
    }

    private static void CheckVerifier(string challenge, string? verifier)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? "")));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(challenge.TrimEnd('='))))
        {
            throw new SignInException("invalid_grant", "invalid code verifier");
        }
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
        var session = services.Sessions.Open(used.User, clientId, used.Family);
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

        return new Grant(services.Sessions.Open(0, services.Apps.ClientId));
    }
}
