using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>The assertion of the JWT bearer flow: RS256 over who asks, for whom, to whom, until when.</summary>
internal static class JwtAssertion
{
    // Salesforce refuses assertions that live longer than three minutes.
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(170);

    public static string Create(string clientId, string username, string audience, string privateKeyPem, DateTimeOffset now)
    {
        string header = Encode(writer => writer.WriteString("alg", "RS256"));
        string claims = Encode(writer =>
        {
            writer.WriteString("iss", clientId);
            writer.WriteString("sub", username);
            writer.WriteString("aud", audience);
            writer.WriteNumber("exp", (now + Life).ToUnixTimeSeconds());
        });
        string signed = $"{header}.{claims}";
        using var key = RSA.Create();
        key.ImportFromPem(privateKeyPem);
        byte[] signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The audience that fits a sign-in address: the test host for sandboxes, the login host for all else.</summary>
    public static string AudienceFor(Uri loginUrl)
    {
        string host = loginUrl.Host;
        bool sandbox = host.Equals("test.salesforce.com", StringComparison.OrdinalIgnoreCase)
            || host.Contains(".sandbox.", StringComparison.OrdinalIgnoreCase)
            || host.Contains("--", StringComparison.Ordinal);
        return sandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }
}
