namespace SalesforceImport.Emulator.Data;

/// <summary>How many rows the org is generated with, and from which seed: all that tells one generated org from another.</summary>
internal sealed record OrgSizes(ulong Seed, long Leads, long Contacts, long Accounts, long Opportunities, long Tasks, int Campaigns, long Events = 0, bool ArchivedTasks = false, bool SharedActivities = false, long PersonAccounts = 0)
{
    /// <summary>Users: the integration user first.</summary>
    public const int Users = 8;

    private const int LargestCampaign = 20_000;

    /// <summary>The contacts, those of person accounts included, which come after all others.</summary>
    public long People => Contacts + PersonAccounts;

    /// <summary>Three roles for every two opportunities; none without contacts.</summary>
    public long Roles => People == 0 ? 0 : (Opportunities / 2 * 3) + (Opportunities % 2);

    /// <summary>Members of each campaign: an eighth of all people, at most twenty thousand.</summary>
    public long MembersPerCampaign => Math.Min(LargestCampaign, (Leads + People + 7) / 8);

    /// <summary>The members of each campaign that are leads; the rest are contacts.</summary>
    public long LeadMembersPerCampaign => Leads + People == 0 ? 0 : (long)((UInt128)(ulong)MembersPerCampaign * (ulong)Leads / (ulong)(Leads + People));
}
