using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SalesforceImport.Emulator.Auth;

/// <summary>The apps that may sign in: one with a secret, made from the seed, and those registered for JWTs. Thread-safe.</summary>
internal sealed class ClientApps
{
    private readonly ConcurrentDictionary<string, RSAParameters> _jwtApps = new(StringComparer.Ordinal);

    private readonly HashSet<string> _callbacks;

    public ClientApps(EmulatorOptions options)
    {
        _callbacks = options.CallbackUrls.ToHashSet(StringComparer.Ordinal);
        ClientId = "3MVG9" + Derive("client", options.Seed).Replace('+', '.').Replace('/', '_').TrimEnd('=');
        ClientSecret = Convert.ToHexString(Bytes("secret", options.Seed));
        Password = "Password" + options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture) + "!";
        SecurityToken = Derive("token", options.Seed).Replace("+", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal)[..24];
        foreach (var app in options.JwtApps)
        {
            Register(app);
        }
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The integration user's password, without the security token.</summary>
    public string Password { get; }

    public string SecurityToken { get; }

    public void Register(JwtApp app) => _jwtApps[app.ClientId] = app.PublicKey;

    public bool TryFindJwtApp(string clientId, out RSAParameters publicKey) => _jwtApps.TryGetValue(clientId, out publicKey);

    /// <summary>Whether an app of this id may sign in at all.</summary>
    public bool Knows(string clientId) => clientId == ClientId || _jwtApps.ContainsKey(clientId);

    /// <summary>Whether a browser may be sent back there with a code.</summary>
    public bool MayReturnTo(string redirectUri) => _callbacks.Count == 0
        ? Uri.TryCreate(redirectUri, UriKind.Absolute, out _)
        : _callbacks.Contains(redirectUri);

    public bool IsSecret(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(ClientSecret));

    private static string Derive(string what, int seed) => Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes($"{what} {seed}")))[..80];

    private static byte[] Bytes(string what, int seed) => SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {seed}"));
}
