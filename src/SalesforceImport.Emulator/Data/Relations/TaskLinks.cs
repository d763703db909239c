namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>Whom tasks are about: of ten, six a contact, two a lead, two nobody. Tasks of contacts may be about a deal or account too.</summary>
internal sealed class TaskLinks(OrgSizes sizes)
{
    private const int Cycle = 10;
    private const int OfContacts = 6;
    private const int OfLeads = 8;

    private readonly ParentLink _contacts = new(sizes.Contacts, sizes.Seed, 0x7C);
    private readonly ParentLink _leads = new(sizes.Leads, sizes.Seed, 0x71);
    private readonly ParentLink _deals = new(sizes.Opportunities, sizes.Seed, 0x70);

    /// <summary>The contact a task is about; −1 where it is about none.</summary>
    public long ContactOf(long task) => sizes.Contacts > 0 && task % Cycle < OfContacts ? _contacts.ParentOf(task) : -1;

    /// <summary>The lead a task is about; −1 where it is about none.</summary>
    public long LeadOf(long task) => sizes.Leads > 0 && task % Cycle is >= OfContacts and < OfLeads ? _leads.ParentOf(task) : -1;

    /// <summary>The opportunity a task is about; −1 where it is about none. Never together with a lead.</summary>
    public long OpportunityOf(long task) => sizes.Opportunities > 0 && task % Cycle < 3 ? _deals.ParentOf(task) : -1;

    /// <summary>Whether a task is about the account of its contact, or, having no contact, about some account.</summary>
    public static bool IsAboutAccount(long task) => task % Cycle is 3 or 4 or >= OfLeads;

    public IEnumerable<long> OfContact(long contact) =>
        contact < 0 || contact >= sizes.Contacts ? [] : _contacts.ChildrenOf(contact, sizes.Tasks);

    public IEnumerable<long> OfLead(long lead) => lead < 0 || lead >= sizes.Leads ? [] : _leads.ChildrenOf(lead, sizes.Tasks);

    /// <summary>Tasks among which those of an account are: its contacts' tasks, and those about it and nobody.</summary>
    public IEnumerable<long> OfAccount(long account, AccountContacts contacts)
    {
        if (account < 0 || account >= sizes.Accounts)
        {
            yield break;
        }

        foreach (var task in contacts.ContactsOf(account).SelectMany(OfContact))
        {
            yield return task;
        }

        for (var task = account; task < sizes.Tasks; task += sizes.Accounts)
        {
            yield return task;
        }
    }

    public IEnumerable<long> OfOpportunity(long opportunity) =>
        opportunity < 0 || opportunity >= sizes.Opportunities ? [] : _deals.ChildrenOf(opportunity, sizes.Tasks);
}
