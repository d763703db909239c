using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>At least one of several conditions: joined by OR.</summary>
internal sealed record AnyOfCondition : RecordCondition
{
    [JsonConstructor]
    public AnyOfCondition(IReadOnlyList<RecordCondition> parts)
    {
        Parts = ConditionParts.Check(parts);
        Depth = DepthOver(Parts);
    }

    [JsonPropertyName("parts")]
    public IReadOnlyList<RecordCondition> Parts { get; }

    internal override int Depth { get; }

    /// <summary>What stays flat when it is joined once more.</summary>
    public static IReadOnlyList<RecordCondition> PartsOf(RecordCondition condition) =>
        condition is AnyOfCondition joined ? joined.Parts : [condition];

    public bool Equals(AnyOfCondition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => ConditionParts.Hash(Parts);
}
