using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects what several selectors select, in one plan: people first, then what is theirs.</summary>
public sealed record CombinedSelector : RecordSelector
{
    [JsonConstructor]
    internal CombinedSelector(IReadOnlyList<RecordSelector> selectors) => Selectors = selectors;

    /// <summary>The selectors, as they were given.</summary>
    [JsonPropertyName("selectors")]
    public IReadOnlyList<RecordSelector> Selectors { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [.. Selectors.SelectMany(selector => selector.Parts)];

    /// <inheritdoc />
    public bool Equals(CombinedSelector? other) => other is not null && Selectors.SequenceEqual(other.Selectors);

    /// <inheritdoc />
    public override int GetHashCode() => Selectors.Aggregate(0, HashCode.Combine);

    private protected override string Describe() => string.Join(" + ", Selectors);
}
