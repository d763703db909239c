namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>Who is in which campaign: each has its own leads first, then its contacts, and nobody twice.</summary>
internal sealed class CampaignPeople(OrgSizes sizes)
{
    private readonly AffineMap _leads = new(sizes.Leads, sizes.Seed, 0xCB);
    private readonly AffineMap _contacts = new(sizes.People, sizes.Seed, 0xCC);

    public long Count => sizes.MembersPerCampaign * sizes.Campaigns;

    public long CampaignOf(long member) => member / sizes.MembersPerCampaign;

    /// <summary>The lead a member is; −1 where it is a contact from the start.</summary>
    public long LeadOf(long member) =>
        Place(member) < sizes.LeadMembersPerCampaign ? _leads[(CampaignOf(member) * sizes.LeadMembersPerCampaign) + Place(member)] : -1;

    /// <summary>The contact a member is; −1 where it is a lead.</summary>
    public long ContactOf(long member) => Place(member) < sizes.LeadMembersPerCampaign
        ? -1
        : _contacts[(CampaignOf(member) * ContactsPerCampaign) + Place(member) - sizes.LeadMembersPerCampaign];

    /// <summary>The members of a campaign.</summary>
    public IEnumerable<long> OfCampaign(long campaign)
    {
        for (long place = 0; campaign >= 0 && campaign < sizes.Campaigns && place < sizes.MembersPerCampaign; place++)
        {
            yield return (campaign * sizes.MembersPerCampaign) + place;
        }
    }

    /// <summary>The members that a lead is.</summary>
    public IEnumerable<long> OfLead(long lead)
    {
        var size = sizes.LeadMembersPerCampaign;
        for (var i = _leads.Undo(lead); lead >= 0 && lead < sizes.Leads && i < size * sizes.Campaigns; i += sizes.Leads)
        {
            yield return (i / size * sizes.MembersPerCampaign) + (i % size);
        }
    }

    /// <summary>The members that a contact is from the start.</summary>
    public IEnumerable<long> OfContact(long contact)
    {
        var size = ContactsPerCampaign;
        for (var i = _contacts.Undo(contact); contact >= 0 && contact < sizes.People && i < size * sizes.Campaigns; i += sizes.People)
        {
            yield return (i / size * sizes.MembersPerCampaign) + sizes.LeadMembersPerCampaign + (i % size);
        }
    }

    private long ContactsPerCampaign => sizes.MembersPerCampaign - sizes.LeadMembersPerCampaign;

    private long Place(long member) => member % sizes.MembersPerCampaign;
}
