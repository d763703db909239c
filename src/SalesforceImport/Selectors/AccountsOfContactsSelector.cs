using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects the accounts of the contacts that have been imported.</summary>
public sealed record AccountsOfContactsSelector : RecordSelector
{
    [JsonConstructor]
    internal AccountsOfContactsSelector()
    {
    }

    internal override IReadOnlyList<SelectorPart> Parts => [new AccountsPart()];

    private protected override string Describe() => "accounts of the imported contacts";
}
