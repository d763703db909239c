namespace SalesforceImport.Selectors;

/// <summary>The members of a campaign.</summary>
internal sealed record CampaignPart(SalesforceId Campaign) : SelectorPart;
