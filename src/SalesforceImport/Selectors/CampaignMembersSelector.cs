using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>Selects the leads and contacts that are members of an active campaign.</summary>
public sealed record CampaignMembersSelector : RecordSelector
{
    [JsonConstructor]
    internal CampaignMembersSelector(SalesforceId campaign) => Campaign = campaign;

    /// <summary>The campaign.</summary>
    [JsonPropertyName("campaign")]
    public SalesforceId Campaign { get; init; }

    internal override IReadOnlyList<SelectorPart> Parts => [new CampaignPart(Campaign)];

    private protected override string Describe() => $"members of campaign {Campaign}";
}
