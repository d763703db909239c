using System.Security.Cryptography;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>One way of signing in. An instance serves one registration and may keep state, such as a rotated refresh token.</summary>
internal abstract class SalesforceCredentials
{
    /// <summary>Signs in. Called by one caller at a time.</summary>
    /// <exception cref="SalesforceSignInException">The sign-in was refused, or the org cannot be reached.</exception>
    public abstract Task<TokenAnswer> SignInAsync(TokenEndpoint endpoint, CancellationToken cancellationToken);

    /// <summary>The app's own identity, with the run-as user of its policies. Works on My Domain addresses only.</summary>
    public static SalesforceCredentials ClientCredentials(string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        return new FormCredentials(
            ("grant_type", "client_credentials"), ("client_id", clientId), ("client_secret", clientSecret));
    }

    /// <summary>A user that has pre-authorised the app, proven by the app's private key.</summary>
    /// <param name="clientId">The consumer key.</param>
    /// <param name="username">The user.</param>
    /// <param name="privateKeyPem">The RSA private key in PEM, not encrypted.</param>
    /// <param name="audience">The assertion's audience; null for the login or test host that fits LoginUrl.</param>
    /// <exception cref="ArgumentException">The key is no RSA private key in PEM.</exception>
    public static SalesforceCredentials JwtBearer(string clientId, string username, string privateKeyPem, string? audience = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentException.ThrowIfNullOrWhiteSpace(privateKeyPem);
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(privateKeyPem);
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            throw new ArgumentException("The private key is no unencrypted RSA key in PEM ('-----BEGIN PRIVATE KEY-----').", nameof(privateKeyPem), failure);
        }

        return new JwtBearerCredentials(clientId, username, privateKeyPem, audience);
    }

    /// <summary>A user's consent, kept as a refresh token.</summary>
    /// <param name="clientId">The consumer key.</param>
    /// <param name="clientSecret">The consumer secret; null for apps that need none.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="onRotated">Is given each new refresh token, to keep it, before the new token or its session is used.</param>
    public static SalesforceCredentials RefreshToken(
        string clientId, string? clientSecret, string refreshToken, Func<string, CancellationToken, Task> onRotated)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(refreshToken);
        ArgumentNullException.ThrowIfNull(onRotated);
        return new RefreshTokenCredentials(clientId, clientSecret, refreshToken, onRotated);
    }

    /// <summary>User name and password: the old way, switched off in many orgs.</summary>
    public static SalesforceCredentials UsernamePassword(
        string clientId, string clientSecret, string username, string password, string? securityToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentException.ThrowIfNullOrWhiteSpace(password);
        return new FormCredentials(
            ("grant_type", "password"),
            ("client_id", clientId),
            ("client_secret", clientSecret),
            ("username", username),
            ("password", password + securityToken));
    }

    /// <summary>A token from the host, asked for whenever one is needed. LoginUrl is then the address of the org's API.</summary>
    public static SalesforceCredentials AccessToken(Func<CancellationToken, ValueTask<string>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new HostTokenCredentials(getToken);
    }
}
