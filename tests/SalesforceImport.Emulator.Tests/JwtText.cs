using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Makes JWTs as an app does that signs in with them.</summary>
internal static class JwtText
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public static string Sign(RSA key, object claims, string alg = "RS256")
    {
        var signed = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg }))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Encode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
