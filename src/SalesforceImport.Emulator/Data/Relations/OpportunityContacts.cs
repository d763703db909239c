namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>
/// Whose opportunities they are. Each has a primary contact, whose account is the opportunity's; every second one has a second
/// contact. Roles come three to two opportunities: one for the even, two for the odd.
/// </summary>
internal sealed class OpportunityContacts(OrgSizes sizes, AccountContacts accounts)
{
    private readonly ParentLink _primary = new(sizes.People, sizes.Seed, 0x0C);
    private readonly ParentLink _second = new(sizes.People, sizes.Seed, 0x2C);

    /// <summary>The primary contact; −1 in an org without contacts.</summary>
    public long PrimaryOf(long opportunity) => sizes.People == 0 ? -1 : _primary.ParentOf(opportunity);

    /// <summary>The account: the primary contact's; −1 where that has none.</summary>
    public long AccountOf(long opportunity)
    {
        if (sizes.People > 0)
        {
            return accounts.AccountOf(PrimaryOf(opportunity));
        }

        return sizes.Accounts == 0 ? -1 : opportunity % sizes.Accounts;
    }

    public static long OpportunityOfRole(long role) => (role / 3 * 2) + (role % 3 == 0 ? 0 : 1);

    public static bool IsPrimaryRole(long role) => role % 3 != 2;

    public static IEnumerable<long> RolesOf(long opportunity) =>
        opportunity % 2 == 0 ? [opportunity / 2 * 3] : [(opportunity / 2 * 3) + 1, (opportunity / 2 * 3) + 2];

    public long ContactOfRole(long role)
    {
        var primary = PrimaryOf(OpportunityOfRole(role));
        if (IsPrimaryRole(role))
        {
            return primary;
        }

        var second = _second.ParentOf(role / 3);
        return second == primary ? (second + 1) % sizes.People : second;
    }

    /// <summary>Opportunities among which those of an account are.</summary>
    public IEnumerable<long> OfAccount(long account)
    {
        if (sizes.People > 0)
        {
            return accounts.ContactsOf(account).SelectMany(OfPrimary);
        }

        return Every(account, sizes.Accounts, sizes.Opportunities);
    }

    /// <summary>Opportunities whose primary contact this is.</summary>
    public IEnumerable<long> OfPrimary(long contact) =>
        contact < 0 || contact >= sizes.People ? [] : _primary.ChildrenOf(contact, sizes.Opportunities);

    /// <summary>Roles among which those of a contact are.</summary>
    public IEnumerable<long> RolesOfContact(long contact)
    {
        if (contact < 0 || contact >= sizes.People)
        {
            return [];
        }

        var before = (contact + sizes.People - 1) % sizes.People;
        var seconds = _second.ChildrenOf(contact, sizes.Opportunities).Concat(_second.ChildrenOf(before, sizes.Opportunities)).Select(k => (k * 3) + 2);
        return OfPrimary(contact).SelectMany(RolesOf).Concat(seconds).Where(role => role < sizes.Roles).Distinct();
    }

    private static IEnumerable<long> Every(long first, long step, long end)
    {
        for (var i = first; step > 0 && first >= 0 && first < step && i < end; i += step)
        {
            yield return i;
        }
    }
}
