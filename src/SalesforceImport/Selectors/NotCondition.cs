using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>The opposite of a condition.</summary>
internal sealed record NotCondition : RecordCondition
{
    [JsonConstructor]
    public NotCondition(RecordCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Condition = condition;
        Depth = DepthOver([condition]);
    }

    [JsonPropertyName("condition")]
    public RecordCondition Condition { get; }

    internal override int Depth { get; }

    // The depth follows from the condition, so the condition alone decides.
    public bool Equals(NotCondition? other) => other is not null && Condition == other.Condition;

    public override int GetHashCode() => HashCode.Combine(nameof(NotCondition), Condition);
}
