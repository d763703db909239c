using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects leads and contacts.</summary>
public sealed record LeadsAndContactsSelector : RecordSelector
{
    [JsonConstructor]
    internal LeadsAndContactsSelector(RecordCondition? leadsWhere, RecordCondition? contactsWhere)
    {
        LeadsWhere = leadsWhere;
        ContactsWhere = contactsWhere;
    }

    /// <summary>Which leads; null for all.</summary>
    [JsonPropertyName("leadsWhere")]
    public RecordCondition? LeadsWhere { get; init; }

    /// <summary>Which contacts; null for all.</summary>
    [JsonPropertyName("contactsWhere")]
    public RecordCondition? ContactsWhere { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new ObjectPart("Contact", ContactsWhere), new ObjectPart("Lead", LeadsWhere)];

    private protected override string Describe() => LeadsWhere == ContactsWhere
        ? Describe("leads and contacts", LeadsWhere)
        : $"{Describe("leads", LeadsWhere)}, and {Describe("contacts", ContactsWhere)}";
}
