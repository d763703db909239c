using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Campaign members. Their names, addresses and opt-outs are those of the contact they are, else of the lead, as these stand
/// now. A converted lead's member is a contact too.
/// </summary>
internal static class MemberGenerator
{
    private const string AccountPrefix = "001";
    private const string ContactPrefix = "003";

    private static readonly byte[] Responded = Encoding.UTF8.GetBytes("Responded");
    private static readonly byte[] Contact = Encoding.UTF8.GetBytes("Contact");
    private static readonly byte[] Lead = Encoding.UTF8.GetBytes("Lead");
    private static readonly byte[] Account = Encoding.UTF8.GetBytes("Account");

    private static readonly string[] Copied =
    [
        "Salutation", "Name", "FirstName", "LastName", "Title", "Email", "Phone", "Fax", "MobilePhone", "Description",
        "DoNotCall", "HasOptedOutOfEmail", "HasOptedOutOfFax", "LeadSource",
    ];

    private static readonly string[] CopiedAddress = ["Street", "City", "State", "PostalCode", "Country"];

    public static ObjectTable Build(GeneratorContext context)
    {
        var people = context.Relations.Campaigns;
        var conversions = context.Relations.Conversions;
        var table = context.Start("CampaignMember", people.Count);
        var (campaigns, leads, contacts) = (context.Ids("Campaign"), context.Ids("Lead"), context.Ids("Contact"));
        table.Columns.Add("CampaignId", (row, cell) => cell.SetId(campaigns.At(people.CampaignOf(row.Row))));
        table.Columns.Add("LeadId", (row, cell) => GeneratorContext.WriteId(leads, people.LeadOf(row.Row), cell));
        table.Columns.Add("ContactId", (row, cell) =>
        {
            var lead = people.LeadOf(row.Row);
            var contact = lead < 0 ? people.ContactOf(row.Row) : conversions.IsConverted(lead) ? conversions.ContactOf(lead) : -1;
            GeneratorContext.WriteId(contacts, contact, cell);
        });
        table.Columns.Add("Status", Draw.FromPicklist(table, "Status", context.Seed, 0x810));
        AddPerson(table);
        table.AddSeek("CampaignId", id => people.OfCampaign(campaigns.RowOf(id)));
        table.AddSeek("LeadId", id => people.OfLead(leads.RowOf(id)));
        table.AddSeek("ContactId", id => contacts.RowOf(id) is >= 0 and var contact
            ? people.OfContact(contact).Concat(conversions.LeadsOf(contact).SelectMany(people.OfLead))
            : []);
        return table;
    }

    private static void AddPerson(ObjectTable table)
    {
        var definition = table.Definition;
        var (lead, contact, status) = (definition.Field("LeadId"), definition.Field("ContactId"), definition.Field("Status"));
        var account = definition.Find("AccountId");
        void Who(RowReader row, Cell cell)
        {
            row.Read(contact, cell);
            if (cell.IsNull)
            {
                row.Read(lead, cell);
            }

            if (cell.IsNull && account is not null)
            {
                row.Read(account, cell);
            }
        }

        void Copy(string field, string leadField, string contactField, string accountField) => table.Columns.Derive(field, (row, cell) =>
        {
            Who(row, cell);
            var person = cell.IsNull ? null : row.Related(cell.Id);
            cell.SetNull();
            var name = person?.Table.Definition.Name switch { "Lead" => leadField, "Contact" => contactField, _ => accountField };
            if (person?.Table.Definition.Find(name) is { } copied)
            {
                person.Read(copied, cell);
            }
        });

        foreach (var field in Copied)
        {
            Copy(field, field, field, field);
        }

        foreach (var field in CopiedAddress)
        {
            Copy(field, field, "Mailing" + field, "Billing" + field);
        }

        Copy("LeadOrContactOwnerId", "OwnerId", "OwnerId", "OwnerId");
        table.Columns.Derive("LeadOrContactId", Who);
        table.Columns.Derive("Type", (row, cell) =>
        {
            Who(row, cell);
            cell.SetText(cell.Kind != CellKind.Id ? Lead : cell.Id.Prefix switch { ContactPrefix => Contact, AccountPrefix => Account, _ => Lead });
        });
        AddResponse(table, status);
        table.Columns.Derive("CompanyOrAccount", (row, cell) => WriteCompany(row, Who, cell));
    }

    private static void AddResponse(ObjectTable table, FieldDefinition status)
    {
        var campaign = table.Definition.Field("CampaignId");
        table.Columns.Derive("HasResponded", (row, cell) =>
        {
            row.Read(campaign, cell);
            var owner = cell.Id;
            row.Read(status, cell);
            cell.SetBoolean(cell.Kind == CellKind.Text
                && (StatusesAreGenerated(row.Snapshot) ? null : MemberStatuses.HasResponded(row.Snapshot, owner, cell.Text)) is var told
                && (told ?? cell.Text.SequenceEqual(Responded)));
        });
    }

    // Generated statuses are the same for all campaigns, so that nothing has to be looked up for millions of members.
    private static bool StatusesAreGenerated(OrgSnapshot snapshot) => snapshot.State(snapshot.Schema.Get("CampaignMemberStatus")).Overlay.IsEmpty;

    private static void WriteCompany(RowReader row, Column who, Cell cell)
    {
        who(row, cell);
        var person = cell.IsNull ? null : row.Related(cell.Id);
        cell.SetNull();
        if (person is null)
        {
            return;
        }

        if (person.Table.Definition.Find("Company") is { } company)
        {
            person.Read(company, cell);
            return;
        }

        if (person.Table.Definition.Name == "Account")
        {
            person.Read(person.Table.Definition.Field("Name"), cell);
            return;
        }

        person.Read(person.Table.Definition.Field("AccountId"), cell);
        if (!cell.IsNull && row.Related(cell.Id) is { } account)
        {
            account.Read(account.Table.Definition.Field("Name"), cell);
        }
    }
}
