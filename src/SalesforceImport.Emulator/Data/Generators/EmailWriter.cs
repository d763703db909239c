namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Who has which e-mail address. Addresses are unique but for those shared on purpose: one contact in fifty has that of
/// another, half of these in capitals; some leads have that of a contact. One person in forty has none.
/// </summary>
internal sealed class EmailWriter(GeneratorContext context)
{
    private const int Cycle = 50;
    private const int Back = 24;

    public void WriteContact(long contact, Cell cell)
    {
        if (IsContactBlank(contact))
        {
            cell.SetNull();
            return;
        }

        var owner = contact % Cycle == Cycle - 1 ? contact - Back : contact;
        context.Contacts.AppendLocalPart(owner, cell.Begin());
        cell.Append((byte)'@');
        var account = context.Relations.Accounts.AccountOf(owner);
        if (account < 0 || account >= context.Sizes.Accounts)
        {
            cell.Append("mail.example"u8);
        }
        else
        {
            context.Accounts.AppendDomain(account, cell);
        }

        if (contact % (2 * Cycle) == (2 * Cycle) - 1)
        {
            cell.ToUpperAscii();
        }
    }

    public static bool IsContactBlank(long contact) => contact % 40 == 7;

    public bool IsLeadBlank(long lead) => context.Relations.Conversions.EmailContactOf(lead) is >= 0 and var contact
        ? IsContactBlank(contact)
        : IsOwnLeadBlank(lead);

    public void WriteLead(long lead, Cell cell)
    {
        var contact = context.Relations.Conversions.EmailContactOf(lead);
        if (contact >= 0)
        {
            WriteContact(contact, cell);
        }
        else if (IsOwnLeadBlank(lead))
        {
            cell.SetNull();
        }
        else
        {
            context.Leads.AppendLocalPart(lead, cell.Begin());
            context.LeadCompanies.AppendDomain(lead, cell.Append((byte)'@'));
        }
    }

    private static bool IsOwnLeadBlank(long lead) => lead % 40 == 17;
}
