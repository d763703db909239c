namespace SalesforceImport.Mapping;

/// <summary>What may be the name of a field or a property. Both end up in queries and schemas, so nothing else passes.</summary>
internal static class FieldNames
{
    private const int LongestProperty = 60;

    public static void Check(string field, string property)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(property);
        if (!IsField(field))
        {
            throw new ArgumentException($"'{field}' is not a field name: expected letters, digits and underscores, parents separated by dots.", nameof(field));
        }

        if (!IsName(property) || property.Length > LongestProperty)
        {
            throw new ArgumentException($"'{property}' is not a property name: expected at most {LongestProperty} letters, digits and underscores.", nameof(property));
        }
    }

    private static bool IsField(string field) => field.Length <= 255 && field.Split('.').All(IsName);

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
