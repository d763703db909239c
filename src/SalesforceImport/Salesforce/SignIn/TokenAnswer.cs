using System.Text.Json;

namespace SalesforceImport.Salesforce.SignIn;

/// <summary>What the token endpoint gave. A class, not a record: it must never print its tokens.</summary>
internal sealed class TokenAnswer(string accessToken, string? instanceUrl, string? identityUrl, string? refreshToken)
{
    public string AccessToken { get; } = accessToken;

    public string? InstanceUrl { get; } = instanceUrl;

    public string? IdentityUrl { get; } = identityUrl;

    public string? RefreshToken { get; } = refreshToken;

    /// <summary>The answer; null when the body is JSON but holds no token.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static TokenAnswer? Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && Text(root, "access_token") is { Length: > 0 } token
            ? new TokenAnswer(token, Text(root, "instance_url"), Text(root, "id"), Text(root, "refresh_token"))
            : null;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
