using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects leads.</summary>
public sealed record LeadsSelector : RecordSelector
{
    [JsonConstructor]
    internal LeadsSelector(RecordCondition? where) => Where = where;

    /// <summary>Which leads; null for all.</summary>
    [JsonPropertyName("where")]
    public RecordCondition? Where { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new ObjectPart("Lead", Where)];

    private protected override string Describe() => Describe("leads", Where);
}
