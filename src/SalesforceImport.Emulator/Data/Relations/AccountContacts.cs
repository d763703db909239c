namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>Which account a contact works for: nineteen of twenty have one. After all others come those of the person accounts, one each.</summary>
internal sealed class AccountContacts(OrgSizes sizes)
{
    private readonly ParentLink _link = new(sizes.Accounts, sizes.Seed, 0xAC);

    /// <summary>The account of a contact; −1 where it has none.</summary>
    public long AccountOf(long contact) => contact >= sizes.Contacts ? sizes.Accounts + contact - sizes.Contacts : sizes.Accounts == 0 || contact % 20 == 13 ? -1 : _link.ParentOf(contact);

    /// <summary>Contacts among which those of an account are.</summary>
    public IEnumerable<long> ContactsOf(long account) =>
        account < 0 || account >= sizes.Accounts + sizes.PersonAccounts ? []
        : account >= sizes.Accounts ? [sizes.Contacts + account - sizes.Accounts]
        : _link.ChildrenOf(account, sizes.Contacts);
}
