namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>How the rows of a generated org refer to each other; every direction is arithmetic.</summary>
internal sealed class OrgRelations
{
    public OrgRelations(OrgSizes sizes)
    {
        Sizes = sizes;
        Accounts = new AccountContacts(sizes);
        Conversions = new LeadConversions(sizes);
        Opportunities = new OpportunityContacts(sizes, Accounts);
        Tasks = new TaskLinks(sizes);
        Campaigns = new CampaignPeople(sizes);
    }

    public OrgSizes Sizes { get; }

    public AccountContacts Accounts { get; }

    public LeadConversions Conversions { get; }

    public OpportunityContacts Opportunities { get; }

    public TaskLinks Tasks { get; }

    public CampaignPeople Campaigns { get; }
}
