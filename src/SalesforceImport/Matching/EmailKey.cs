namespace SalesforceImport.Matching;

/// <summary>An e-mail as it is matched: trimmed and case-folded.</summary>
internal static class EmailKey
{
    /// <summary>The key; null where there is nothing to match by.</summary>
    public static string? Of(FieldValue email) =>
        email.IsBlank || email.Type != PropertyType.Text ? null : email.AsText()!.Trim().ToLowerInvariant();
}
