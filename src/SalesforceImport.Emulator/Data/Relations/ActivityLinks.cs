namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>Whom activities are about: of ten, six a contact, two a lead, two nobody. Those of contacts may be about a deal or account too.</summary>
internal sealed class ActivityLinks(OrgSizes sizes, long count, uint salt)
{
    private const int Cycle = 10;
    private const int OfContacts = 6;
    private const int OfLeads = 8;

    private readonly ParentLink _contacts = new(sizes.People, sizes.Seed, salt | 0xC);
    private readonly ParentLink _leads = new(sizes.Leads, sizes.Seed, salt | 1);
    private readonly ParentLink _deals = new(sizes.Opportunities, sizes.Seed, salt);

    /// <summary>The contact an activity is about; −1 where it is about none.</summary>
    public long ContactOf(long activity) => sizes.People > 0 && activity % Cycle < OfContacts ? _contacts.ParentOf(activity) : -1;

    /// <summary>The lead an activity is about; −1 where it is about none.</summary>
    public long LeadOf(long activity) => sizes.Leads > 0 && activity % Cycle is >= OfContacts and < OfLeads ? _leads.ParentOf(activity) : -1;

    /// <summary>The opportunity an activity is about; −1 where it is about none. Never together with a lead.</summary>
    public long OpportunityOf(long activity) => sizes.Opportunities > 0 && activity % Cycle < 3 ? _deals.ParentOf(activity) : -1;

    /// <summary>Whether an activity is about the account of its contact, or, having no contact, about some account.</summary>
    public static bool IsAboutAccount(long activity) => activity % Cycle is 3 or 4 or >= OfLeads;

    public IEnumerable<long> OfContact(long contact) =>
        contact < 0 || contact >= sizes.People ? [] : _contacts.ChildrenOf(contact, count);

    public IEnumerable<long> OfLead(long lead) => lead < 0 || lead >= sizes.Leads ? [] : _leads.ChildrenOf(lead, count);

    /// <summary>Activities among which those of an account are: its contacts' activities, and those about it and nobody.</summary>
    public IEnumerable<long> OfAccount(long account, AccountContacts contacts)
    {
        foreach (var activity in contacts.ContactsOf(account).SelectMany(OfContact))
        {
            yield return activity;
        }

        for (var activity = account; account >= 0 && account < sizes.Accounts && activity < count; activity += sizes.Accounts)
        {
            yield return activity;
        }
    }

    public IEnumerable<long> OfOpportunity(long opportunity) =>
        opportunity < 0 || opportunity >= sizes.Opportunities ? [] : _deals.ChildrenOf(opportunity, count);
}
