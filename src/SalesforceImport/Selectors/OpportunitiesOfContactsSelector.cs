using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects the opportunities in which the imported contacts have a role.</summary>
public sealed record OpportunitiesOfContactsSelector : RecordSelector
{
    [JsonConstructor]
    internal OpportunitiesOfContactsSelector(bool all) => All = all;

    /// <summary>Whether all of them; else each contact's newest: the highest <c>CreatedDate</c>, then the highest id.</summary>
    [JsonPropertyName("all")]
    public bool All { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new OpportunitiesPart(All)];

    private protected override string Describe() => All
        ? "all opportunities of the imported contacts"
        : "the newest opportunity of each imported contact";
}
