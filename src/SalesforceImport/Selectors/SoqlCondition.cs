using System.Text;

namespace SalesforceImport.Selectors;

/// <summary>Conditions as SOQL, checked against the org's description of the object.</summary>
internal static class SoqlCondition
{
    // Salesforce takes statements of 100,000 characters; the rest is for the fields.
    private const int MaxLength = 80_000;

    /// <summary>
    /// The condition in the form that can stand beside AND. Names are written as the org spells them.
    /// </summary>
    /// <exception cref="InvalidConditionException">A field is not there, cannot be filtered by, or is of another type than its value; or the condition is too long.</exception>
    public static string Render(RecordCondition condition, SObjectDescription description)
    {
        var soql = new StringBuilder();
        Append(soql, condition, description);
        return soql.Length <= MaxLength
            ? soql.ToString()
            : throw new InvalidConditionException(description.Name, condition.ToString(), FormattableString.Invariant($"The condition on {description.Name} is {soql.Length:N0} characters of SOQL, and at most {MaxLength:N0} are allowed; split the list in it over several imports."));
    }

    private static void Append(StringBuilder soql, RecordCondition condition, SObjectDescription description)
    {
        switch (condition)
        {
            case AllOfCondition all:
                AppendJoined(soql, " AND ", all.Parts, description);
                break;
            case AnyOfCondition any:
                AppendJoined(soql, " OR ", any.Parts, description);
                break;
            case NotCondition not:
                soql.Append("(NOT ");
                Append(soql, not.Condition, description);
                soql.Append(')');
                break;
            case SoqlTextCondition text:
                soql.Append('(').Append(text.Text).Append(')');
                break;
            default:
                Append(soql, (ComparisonCondition)condition, description);
                break;
        }
    }

    private static void AppendJoined(StringBuilder soql, string joint, IReadOnlyList<RecordCondition> parts, SObjectDescription description)
    {
        soql.Append('(');
        for (int i = 0; i < parts.Count; i++)
        {
            soql.Append(i == 0 ? string.Empty : joint);
            Append(soql, parts[i], description);
        }

        soql.Append(')');
    }

    private static void Append(StringBuilder soql, ComparisonCondition comparison, SObjectDescription description)
    {
        string field = ComparisonCheck.Check(comparison, description);
        soql.Append(field).Append(' ').Append(comparison.Comparison.ToSoql()).Append(' ');
        if (comparison.Comparison.TakesList())
        {
            soql.Append('(').AppendJoin(", ", comparison.Values).Append(')');
        }
        else if (comparison.Comparison == ComparisonOperator.Like)
        {
            soql.Append(SoqlText.QuotePattern(comparison.Values[0].Value.AsText()!));
        }
        else
        {
            soql.Append(comparison.Values[0]);
        }
    }
}
