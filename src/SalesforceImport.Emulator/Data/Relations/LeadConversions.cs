namespace SalesforceImport.Emulator.Data.Relations;

/// <summary>Which leads were converted, to which contact, and which leads share an e-mail address with a contact.</summary>
internal sealed class LeadConversions(OrgSizes sizes)
{
    private const int Cycle = 25;
    private const int First = 3;
    private const int Second = 16;

    private readonly AffineMap _converted = new(sizes.Contacts, sizes.Seed, 0x1C);
    private readonly AffineMap _shared = new(sizes.Contacts, sizes.Seed, 0x1E);

    /// <summary>Two leads of twenty-five are converted; none without contacts.</summary>
    public bool IsConverted(long lead) => sizes.Contacts > 0 && lead % Cycle is First or Second;

    /// <summary>The contact that a converted lead became.</summary>
    public long ContactOf(long lead) => _converted[Rank(lead)];

    /// <summary>The account that a converted lead became; −1 in an org without accounts.</summary>
    public long AccountOf(long lead, AccountContacts contacts)
    {
        var account = contacts.AccountOf(ContactOf(lead));
        return account >= 0 || sizes.Accounts == 0 ? account : Rank(lead) % sizes.Accounts;
    }

    /// <summary>
    /// The contact whose e-mail address the lead has: every other converted lead that of its own contact, six unconverted
    /// leads of a hundred that of some contact; −1 for the others.
    /// </summary>
    public long EmailContactOf(long lead)
    {
        if (sizes.Contacts == 0)
        {
            return -1;
        }

        if (IsConverted(lead))
        {
            return Rank(lead) % 2 == 0 ? ContactOf(lead) : -1;
        }

        return lead % Cycle == 9 || lead % (2 * Cycle) == 11 ? _shared[lead] : -1;
    }

    /// <summary>The leads that were converted to a contact.</summary>
    public IEnumerable<long> LeadsOf(long contact)
    {
        if (contact < 0 || contact >= sizes.Contacts)
        {
            yield break;
        }

        for (var rank = _converted.Undo(contact); ; rank += sizes.Contacts)
        {
            var lead = (rank / 2 * Cycle) + (rank % 2 == 0 ? First : Second);
            if (lead >= sizes.Leads)
            {
                yield break;
            }

            yield return lead;
        }
    }

    private static long Rank(long lead) => (lead / Cycle * 2) + (lead % Cycle == Second ? 1 : 0);
}
