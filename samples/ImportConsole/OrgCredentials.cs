using System.Security.Cryptography;
using SalesforceImport.DependencyInjection;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>How to sign in to a real org, from the environment: secrets have no place on a command line.</summary>
internal static class OrgCredentials
{
    private const string ClientId = "SALESFORCE_CLIENT_ID";
    private const string ClientSecret = "SALESFORCE_CLIENT_SECRET";
    private const string Username = "SALESFORCE_USERNAME";
    private const string PrivateKeyFile = "SALESFORCE_PRIVATE_KEY_FILE";
    private const string AccessToken = "SALESFORCE_ACCESS_TOKEN";

    /// <exception cref="UsageException">The environment does not hold one whole set.</exception>
    public static Action<SalesforceImportBuilder> Read(Func<string, string?> environment)
    {
        string? Value(string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        if (Value(AccessToken) is { } token)
        {
            RequireToken(token);
            return builder => builder.UseAccessToken(_ => ValueTask.FromResult(token));
        }

        if (Value(PrivateKeyFile) is { } path)
        {
            Require(Value, ClientId, Username);
            string key = ReadKey(path);
            return builder => builder.UseJwtBearer(Value(ClientId)!, Value(Username)!, key);
        }

        Require(Value, ClientId, ClientSecret);
        return builder => builder.UseClientCredentials(Value(ClientId)!, Value(ClientSecret)!);
    }

    private static void Require(Func<string, string?> value, params string[] names)
    {
        var missing = names.Where(name => value(name) is null).ToList();
        if (missing.Count > 0)
        {
            throw new UsageException(
                $"--org needs credentials, and the environment lacks {string.Join(" and ", missing)}. Set {ClientId} and {ClientSecret}; or {Username}, {ClientId} and {PrivateKeyFile}; or {AccessToken} alone.");
        }
    }

    private static void RequireToken(string token)
    {
        int at = token.AsSpan().IndexOfAnyExceptInRange('!', '~');
        if (at >= 0)
        {
            // Which character it is tells where the token was cut or glued together; the token itself is a secret.
            string what = token[at] is '\r' or '\n' ? "a line break" : token[at] is ' ' or '\t' ? "a blank" : $"the character U+{(int)token[at]:X4}";
            throw new UsageException($"{AccessToken} holds {what} after {Format.Count(at, "character")}, which no token does: set it to the token alone.");
        }
    }

    private static string ReadKey(string path)
    {
        try
        {
            string pem = File.ReadAllText(path);
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return pem;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{PrivateKeyFile} names '{path}', which cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new UsageException($"{PrivateKeyFile} names '{path}', which holds no RSA private key in PEM (one without a passphrase is needed).", exception);
        }
    }
}
