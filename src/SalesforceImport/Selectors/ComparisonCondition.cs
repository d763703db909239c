using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>A field compared with a value or, for IN and NOT IN, with values.</summary>
internal sealed record ComparisonCondition : RecordCondition
{
    [JsonConstructor]
    public ComparisonCondition(string field, ComparisonOperator comparison, IReadOnlyList<ConditionValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Field = FieldPath.Check(field);
        Comparison = comparison;
        Values = values;
        Check();
    }

    [JsonPropertyName("field")]
    public new string Field { get; }

    [JsonPropertyName("comparison")]
    public ComparisonOperator Comparison { get; }

    [JsonPropertyName("values")]
    public IReadOnlyList<ConditionValue> Values { get; }

    internal override int Depth => 1;

    public bool Equals(ComparisonCondition? other) =>
        other is not null && Field == other.Field && Comparison == other.Comparison && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Aggregate(HashCode.Combine(Field, Comparison), HashCode.Combine);

    private void Check()
    {
        bool takesList = Comparison.TakesList();
        bool takesNull = Comparison is ComparisonOperator.EqualTo or ComparisonOperator.NotEqualTo;
        string? problem = this switch
        {
            _ when !Enum.IsDefined(Comparison) => "is compared in a way that is not known",
            { Values.Count: 0 } => "is compared with an empty list, which selects nothing; give at least one value",
            { Values.Count: > 1 } when !takesList => "is compared with more than one value",
            _ when !takesNull && Values.Any(value => value.IsNull) => "is compared with null, which has no place here; use IsBlank() or IsNotBlank()",
            { Comparison: ComparisonOperator.Like } when Values[0].Value.Type != PropertyType.Text => "is matched with a pattern that is not text",
            { Comparison: ComparisonOperator.Like } when !IsPattern(Values[0].Value.AsText()!) => @"is matched with a pattern in which a backslash stands before something else than %, _ or \; use RecordCondition.EscapeLike for text that is to be taken as it is",
            _ => null,
        };
        if (problem is not null)
        {
            throw new InvalidConditionException(null, Field, $"{Field} {problem}.");
        }
    }

    private static bool IsPattern(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && (++i == pattern.Length || pattern[i] is not ('%' or '_' or '\\')))
            {
                return false;
            }
        }

        return true;
    }
}
