using SalesforceImport.Emulator.Data.Relations;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Contact roles of opportunities: one or two each, one of them primary.</summary>
internal static class RoleGenerator
{
    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("OpportunityContactRole", context.Sizes.Roles);
        var deals = context.Relations.Opportunities;
        var (opportunities, contacts) = (context.Ids("Opportunity"), context.Ids("Contact"));
        table.Columns.Add("OpportunityId", (row, cell) => cell.SetId(opportunities.At(OpportunityContacts.OpportunityOfRole(row.Row))));
        table.Columns.Add("ContactId", (row, cell) => cell.SetId(contacts.At(deals.ContactOfRole(row.Row))));
        table.Columns.Add("Role", Draw.FromPicklist(table, "Role", context.Seed, 0x510, 250));
        table.Columns.Add("IsPrimary", static (row, cell) => cell.SetBoolean(OpportunityContacts.IsPrimaryRole(row.Row)));
        table.AddSeek("ContactId", id => deals.RolesOfContact(contacts.RowOf(id)));
        table.AddSeek("OpportunityId", id => RolesOf(opportunities.RowOf(id), context.Sizes));
        return table;
    }

    private static IEnumerable<long> RolesOf(long opportunity, OrgSizes sizes) =>
        opportunity < 0 || opportunity >= sizes.Opportunities ? [] : OpportunityContacts.RolesOf(opportunity).Where(role => role < sizes.Roles);
}
