namespace SalesforceImport.Selectors;

/// <summary>The names that a condition may use for fields: <c>Email</c>, <c>Region__c</c>, <c>Account.Owner.Name</c>.</summary>
internal static class FieldPath
{
    // Salesforce follows at most five parents.
    private const int MaxSegments = 6;
    private const int MaxSegmentLength = 80;

    public static string Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] segments = path.Split('.');
        return segments.Length <= MaxSegments && segments.All(IsName)
            ? path
            : throw new InvalidConditionException(null, path, $"'{path}' is not a field name: expected letters, digits and underscores, such as Email or Region__c, or a path such as Account.Name through at most {MaxSegments - 1} parents.");
    }

    private static bool IsName(string segment) =>
        segment.Length is > 0 and <= MaxSegmentLength
        && char.IsAsciiLetter(segment[0])
        && segment.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
