namespace SalesforceImport;

/// <summary>What ties two records where neither has room for the other's id: there can be many on both sides.</summary>
public enum LinkKind
{
    /// <summary>From a campaign to a contact or lead: <c>CampaignMember</c>.</summary>
    CampaignMember,

    /// <summary>From an opportunity to a contact: <c>OpportunityContactRole</c>.</summary>
    OpportunityContact,

    /// <summary>From a task or event to a contact or lead: <c>WhoId</c>, and the task relations where shared activities are on.</summary>
    TaskContact,
}
