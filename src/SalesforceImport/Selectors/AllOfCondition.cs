using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>All of several conditions: joined by AND.</summary>
internal sealed record AllOfCondition : RecordCondition
{
    [JsonConstructor]
    public AllOfCondition(IReadOnlyList<RecordCondition> parts)
    {
        Parts = ConditionParts.Check(parts);
        Depth = DepthOver(Parts);
    }

    [JsonPropertyName("parts")]
    public IReadOnlyList<RecordCondition> Parts { get; }

    internal override int Depth { get; }

    /// <summary>What stays flat when it is joined once more.</summary>
    public static IReadOnlyList<RecordCondition> PartsOf(RecordCondition condition) =>
        condition is AllOfCondition joined ? joined.Parts : [condition];

    public bool Equals(AllOfCondition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => ConditionParts.Hash(Parts);
}
