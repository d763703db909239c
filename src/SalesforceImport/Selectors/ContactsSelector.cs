using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects contacts.</summary>
public sealed record ContactsSelector : RecordSelector
{
    [JsonConstructor]
    internal ContactsSelector(RecordCondition? where) => Where = where;

    /// <summary>Which contacts; null for all.</summary>
    [JsonPropertyName("where")]
    public RecordCondition? Where { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new ObjectPart("Contact", Where)];

    private protected override string Describe() => Describe("contacts", Where);
}
