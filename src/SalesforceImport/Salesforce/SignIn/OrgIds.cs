namespace SalesforceImport.Salesforce.SignIn;

/// <summary>Finds the org's id in what a sign-in gives.</summary>
internal static class OrgIds
{
    private const string KeyPrefix = "00D";

    /// <summary>From the identity address, <c>https://…/id/00D…/005…</c>.</summary>
    public static SalesforceId? FromIdentityUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return null;
        }

        string[] parts = parsed.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.IndexOf(parts, "id");
        return at >= 0 && at + 1 < parts.Length ? Parse(parts[at + 1]) : null;
    }

    /// <summary>From an opaque token, which begins with the org's id and an exclamation mark.</summary>
    public static SalesforceId? FromToken(string token)
    {
        int mark = token.IndexOf('!', StringComparison.Ordinal);
        return mark > 0 ? Parse(token[..mark]) : null;
    }

    private static SalesforceId? Parse(string text) =>
        text.StartsWith(KeyPrefix, StringComparison.Ordinal) && SalesforceId.TryParse(text, out var id) ? id : null;
}
