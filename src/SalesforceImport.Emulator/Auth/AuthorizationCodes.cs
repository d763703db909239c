using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SalesforceImport.Emulator.Auth;

/// <summary>The authorization codes of the org. Each is good once, for fifteen minutes. Thread-safe.</summary>
internal sealed class AuthorizationCodes(EmulatorOptions options)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    // Null stands for a code that was used.
    private readonly ConcurrentDictionary<string, AuthorizationCode?> _codes = new(StringComparer.Ordinal);

    public AuthorizationCode Issue(int user, string clientId, string redirectUri, string? challenge)
    {
        var code = new AuthorizationCode(
            "aPrx" + RandomNumberGenerator.GetString(Alphabet, 60), user, clientId, redirectUri, challenge, options.TimeProvider.GetUtcNow() + Lifetime);
        _codes[code.Code] = code;
        return code;
    }

    /// <summary>Uses a code up.</summary>
    /// <exception cref="SignInException">It is none, was used, or has expired.</exception>
    public AuthorizationCode Use(string code)
    {
        if (!_codes.TryGetValue(code, out var found))
        {
            throw new SignInException("invalid_grant", "invalid authorization code");
        }

        return found is not null && _codes.TryUpdate(code, null, found) && found.Until > options.TimeProvider.GetUtcNow()
            ? found
            : throw new SignInException("invalid_grant", "expired authorization code");
    }
}
