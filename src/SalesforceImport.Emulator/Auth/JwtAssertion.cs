using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>Signs in with a JWT that a registered app signed for a user.</summary>
internal static class JwtAssertion
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(3);

    private static readonly string[] LoginHosts = ["https://login.salesforce.com", "https://test.salesforce.com"];

    public static Grant Answer(OrgServices services, string assertion)
    {
        var (header, claims) = Read(assertion);
        using (header)
        using (claims)
        {
            if (Claim(header, "alg") != "RS256")
            {
                throw Invalid();
            }

            var issuer = Claim(claims, "iss");
            if (issuer is null || !services.Apps.TryFindJwtApp(issuer, out var key))
            {
                throw new SignInException("invalid_client_id", "client identifier invalid");
            }

            CheckSignature(assertion, key);
            CheckTime(claims, services.Options.TimeProvider.GetUtcNow());
            CheckAudience(claims, services);
            return new Grant(services.Sessions.Open(UserOf(services, Claim(claims, "prn") ?? Claim(claims, "sub")), issuer));
        }
    }

    private static int UserOf(OrgServices services, string? username)
    {
        for (var user = 0; user < OrgSizes.Users; user++)
        {
            if (string.Equals(username, services.Org.UsernameAt(user), StringComparison.OrdinalIgnoreCase))
            {
                return user;
            }
        }

        throw new SignInException("invalid_grant", "user hasn't approved this consumer");
    }

    private static void CheckTime(JsonDocument claims, DateTimeOffset now)
    {
        if (claims.RootElement.ValueKind != JsonValueKind.Object || !claims.RootElement.TryGetProperty("exp", out var exp) || exp.ValueKind != JsonValueKind.Number
            || !exp.TryGetDouble(out var seconds) || seconds is < 0 or > 253_402_300_799
            || DateTimeOffset.UnixEpoch.AddSeconds(seconds) is var until && (until <= now || until > now + LongestLife))
        {
            throw Invalid();
        }
    }

    private static void CheckAudience(JsonDocument claims, OrgServices services)
    {
        var audience = Claim(claims, "aud")?.TrimEnd('/');
        if (audience is null || !LoginHosts.Append(services.BaseUrl).Append(services.LoginUrl).Contains(audience, StringComparer.OrdinalIgnoreCase))
        {
            throw new SignInException("invalid_grant", "audience is invalid");
        }
    }

    private static void CheckSignature(string assertion, RSAParameters key)
    {
        var dot = assertion.LastIndexOf('.');
        using var rsa = RSA.Create(key);
        try
        {
            var signed = Encoding.ASCII.GetBytes(assertion[..dot]);
            if (rsa.VerifyData(signed, Base64Url.DecodeFromChars(assertion.AsSpan(dot + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            {
                return;
            }
        }
        catch (FormatException)
        {
            // Not base64url: as wrong as any other signature.
        }

        throw Invalid();
    }

    private static (JsonDocument Header, JsonDocument Claims) Read(string assertion)
    {
        var parts = assertion.Split('.');
        try
        {
            return parts.Length == 3
                ? (JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])), JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])))
                : throw Invalid();
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            throw Invalid();
        }
    }

    private static string? Claim(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static SignInException Invalid() => new("invalid_grant", "invalid assertion");
}
