using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects opportunities, whether or not their contacts have been imported.</summary>
public sealed record OpportunitiesSelector : RecordSelector
{
    [JsonConstructor]
    internal OpportunitiesSelector(RecordCondition? where) => Where = where;

    /// <summary>Which opportunities; null for all.</summary>
    [JsonPropertyName("where")]
    public RecordCondition? Where { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new ObjectPart("Opportunity", Where)];

    private protected override string Describe() => Describe("opportunities", Where);
}
