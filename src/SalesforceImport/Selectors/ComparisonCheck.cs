namespace SalesforceImport.Selectors;

/// <summary>Whether a comparison fits the object it is meant for, as far as describe tells.</summary>
internal static class ComparisonCheck
{
    /// <summary>The field's path as the org spells it.</summary>
    /// <exception cref="InvalidConditionException">It does not fit.</exception>
    public static string Check(ComparisonCondition comparison, SObjectDescription description)
    {
        CheckLengths(comparison, description);
        int dot = comparison.Field.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? CheckField(comparison, description)
            : CheckRelationship(comparison, comparison.Field[..dot], description) + comparison.Field[dot..];
    }

    private static string CheckField(ComparisonCondition comparison, SObjectDescription description)
    {
        var field = description.Find(comparison.Field)
            ?? throw Invalid(comparison, description, $"{description.Name} has no field '{comparison.Field}', or this user cannot see it.{Nearest(comparison.Field, description.Fields.Select(known => known.Name))}");
        string named = $"{field.Name} of {description.Name} is {Article(field.Type)} {field.Type} field";
        if (!field.Filterable)
        {
            throw Invalid(comparison, description, $"{named} that Salesforce cannot filter by; choose another field.");
        }

        var family = FieldFamilies.Of(field.Type);
        if (comparison.Values.FirstOrDefault(value => !family.Takes(value)) is { IsNull: false } wrong)
        {
            throw Invalid(comparison, description, $"{named}, and {Shown(wrong)} is {Named(wrong.Value.Type)}; {family.Wanted()}.");
        }

        return family.Takes(comparison.Comparison)
            ? field.Name
            : throw Invalid(comparison, description, $"{named}, which cannot be compared by {comparison.Comparison.ToSoql()}.");
    }

    private static string CheckRelationship(ComparisonCondition comparison, string name, SObjectDescription description)
    {
        var relationships = description.Fields.Select(field => field.RelationshipName).OfType<string>().ToList();
        return relationships.Find(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid(comparison, description, $"{description.Name} has no parent '{name}' to reach '{comparison.Field}' by, or this user cannot see it.{Nearest(name, relationships)}");
    }

    private static void CheckLengths(ComparisonCondition comparison, SObjectDescription description)
    {
        foreach (var value in comparison.Values)
        {
            if (value.Value.Type == PropertyType.Text && value.Value.AsText() is { Length: > SoqlConditionText.MaxLiteralLength } text)
            {
                throw Invalid(comparison, description, FormattableString.Invariant($"{comparison.Field} of {description.Name} is compared with a text of {text.Length:N0} characters, and Salesforce allows {SoqlConditionText.MaxLiteralLength:N0}."));
            }
        }
    }

    private static string Nearest(string name, IEnumerable<string> known)
    {
        var nearest = NearestNames.Of(name, known);
        return nearest.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", nearest)}?";
    }

    private static string Article(string word) => word.Length > 0 && "aeiou".Contains(word[0], StringComparison.Ordinal) ? "an" : "a";

    private static string Shown(ConditionValue value) =>
        value.ToString() is { Length: > 60 } text ? text[..60] + "…" : value.ToString();

    private static string Named(PropertyType type) => type switch
    {
        PropertyType.Text => "text",
        PropertyType.Integer => "a whole number",
        PropertyType.Decimal => "a decimal number",
        PropertyType.Boolean => "a boolean",
        PropertyType.Date => "a date",
        _ => "an instant (a datetime)",
    };

    private static InvalidConditionException Invalid(ComparisonCondition comparison, SObjectDescription description, string message) =>
        new(description.Name, comparison.ToString(), message);
}
