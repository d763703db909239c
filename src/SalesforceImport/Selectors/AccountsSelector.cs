using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects accounts, whether or not their contacts have been imported.</summary>
public sealed record AccountsSelector : RecordSelector
{
    [JsonConstructor]
    internal AccountsSelector(RecordCondition? where) => Where = where;

    /// <summary>Which accounts; null for all.</summary>
    [JsonPropertyName("where")]
    public RecordCondition? Where { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new ObjectPart("Account", Where)];

    private protected override string Describe() => Describe("accounts", Where);
}
