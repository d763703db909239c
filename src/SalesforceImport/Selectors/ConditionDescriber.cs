namespace SalesforceImport.Selectors;

/// <summary>Conditions for people: like SOQL, with midnights as dates and long lists cut short.</summary>
internal static class ConditionDescriber
{
    private const int ShownValues = 5;
    private const int ShownCharacters = 60;

    public static string Describe(RecordCondition condition) => condition switch
    {
        AllOfCondition all => string.Join(" and ", all.Parts.Select(Inner)),
        AnyOfCondition any => string.Join(" or ", any.Parts.Select(Inner)),
        NotCondition not => $"not {Inner(not.Condition)}",
        SoqlTextCondition soql => soql.Text,
        _ => Describe((ComparisonCondition)condition),
    };

    private static string Inner(RecordCondition condition) =>
        condition is ComparisonCondition ? Describe(condition) : $"({Describe(condition)})";

    private static string Describe(ComparisonCondition comparison)
    {
        if (comparison.Values[0].IsNull)
        {
            return $"{comparison.Field} is {(comparison.Comparison == ComparisonOperator.EqualTo ? "blank" : "not blank")}";
        }

        if (!comparison.Comparison.TakesList())
        {
            return $"{comparison.Field} {comparison.Comparison.ToSoql()} {Describe(comparison.Values[0])}";
        }

        int hidden = comparison.Values.Count - ShownValues;
        string more = hidden > 0 ? FormattableString.Invariant($" and {hidden:N0} more") : string.Empty;
        string shown = string.Join(", ", comparison.Values.Take(ShownValues).Select(Describe));
        return $"{comparison.Field} {(comparison.Comparison == ComparisonOperator.In ? "in" : "not in")} ({shown}{more})";
    }

    private static string Describe(ConditionValue value) => value.Value.Type switch
    {
        PropertyType.DateTime when value.Value.AsDateTime().TimeOfDay == TimeSpan.Zero => SoqlText.Literal(DateOnly.FromDateTime(value.Value.AsDateTime().UtcDateTime)),
        PropertyType.Text when value.Value.AsText() is { Length: > ShownCharacters } text => SoqlText.Quote(text[..ShownCharacters] + "…"),
        _ => value.ToString(),
    };
}
