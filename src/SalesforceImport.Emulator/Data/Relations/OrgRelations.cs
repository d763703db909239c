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
        Tasks = new ActivityLinks(sizes, sizes.Tasks, 0x70);
        TaskRelations = new TaskRelations(sizes, Tasks, withWhat: true);
        TaskWhoRelations = new TaskRelations(sizes, Tasks, withWhat: false);
        Events = new ActivityLinks(sizes, sizes.Events, 0xE0);
        Campaigns = new CampaignPeople(sizes);
    }

    public OrgSizes Sizes { get; }

    public AccountContacts Accounts { get; }

    public LeadConversions Conversions { get; }

    public OpportunityContacts Opportunities { get; }

    public ActivityLinks Tasks { get; }

    public ActivityLinks Events { get; }

    /// <summary>All relations of tasks.</summary>
    public TaskRelations TaskRelations { get; }

    /// <summary>The relations of tasks to people.</summary>
    public TaskRelations TaskWhoRelations { get; }

    public CampaignPeople Campaigns { get; }
}
