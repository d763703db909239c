using System.Security.Cryptography;

namespace SalesforceImport.Emulator;

/// <summary>An app that signs in with JWTs: its consumer key and the public half of the key that it signs with.</summary>
public sealed class JwtApp
{
    /// <summary>Registers an app.</summary>
    /// <param name="clientId">The consumer key, which is the JWT's issuer.</param>
    /// <param name="publicKey">The key; only its public half is read, at once, so that it may be disposed afterwards.</param>
    public JwtApp(string clientId, RSA publicKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentNullException.ThrowIfNull(publicKey);
        ClientId = clientId;
        PublicKey = publicKey.ExportParameters(includePrivateParameters: false);
    }

    /// <summary>The consumer key.</summary>
    public string ClientId { get; }

    internal RSAParameters PublicKey { get; }
}
