using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Auth;

/// <summary>Reads the access token of a request; <c>OAuth</c> is as good as <c>Bearer</c>.</summary>
internal static class BearerToken
{
    private static readonly string[] Schemes = ["Bearer ", "OAuth "];

    public static string? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var scheme = Array.Find(Schemes, scheme => header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return scheme is null ? null : header[scheme.Length..].Trim();
    }
}
