namespace SalesforceImport.Emulator.Schema;

/// <summary>Features that an org has or has not, and with them some objects and fields. The schema's resources name them.</summary>
[Flags]
internal enum OrgFeatures
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Accounts that are people.</summary>
    PersonAccounts = 1,

    /// <summary>Tasks about several people.</summary>
    SharedActivities = 2,

    /// <summary>Accounts in campaigns.</summary>
    AccountsAsCampaignMembers = 4,

    /// <summary>Amounts in several currencies.</summary>
    MultipleCurrencies = 8,
}
