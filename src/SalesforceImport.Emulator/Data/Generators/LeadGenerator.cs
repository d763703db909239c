using System.Text;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Leads.</summary>
internal static class LeadGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;

    private static readonly byte[] Converted = Encoding.UTF8.GetBytes("Closed - Converted");

    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Lead", context.Sizes.Leads);
        var seed = context.Seed;
        PersonColumns.Add(table, context.Leads, seed, 0x200);
        AddressColumns.Add(table, "", context.Leads.RegionOf, seed, 0x220, 120);
        table.Columns.Add("Email", (row, cell) => context.Emails.WriteLead(row.Row, cell), context.Emails.IsLeadBlank);
        table.Columns.Add("Company", (row, cell) => context.LeadCompanies.WriteName(row.Row, cell));
        table.Columns.Add("Website", (row, cell) => WriteWebsite(context.LeadCompanies, row.Row, row.Row % 3 == 0, cell));
        table.Columns.Add("Industry", Draw.FromPicklist(table, "Industry", seed, 0x210, 200));
        table.Columns.Add("Rating", Draw.FromPicklist(table, "Rating", seed, 0x211, 500));
        table.Columns.Add("AnnualRevenue", Draw.Amount(seed, 0x212, 900, 50_000m, 400));
        table.Columns.Add("NumberOfEmployees", (row, cell) => cell.SetInteger(1 + Mix.Pick(Mix.Of(seed, row.Row, 0x213), 5000)));
        table.Columns.Add("IsUnreadByOwner", Draw.Sometimes(seed, 0x214, 300));
        AddConversion(table, context);
        return table;
    }

    /// <summary>Writes the address of a company's web site, or null.</summary>
    public static void WriteWebsite(CompanyWriter companies, long company, bool blank, Cell cell)
    {
        if (blank)
        {
            cell.SetNull();
        }
        else
        {
            companies.AppendDomain(company, cell.Begin().Append("https://www."u8));
        }
    }

    private static void AddConversion(ObjectTable table, GeneratorContext context)
    {
        var conversions = context.Relations.Conversions;
        var contacts = context.Ids("Contact");
        var accounts = context.Ids("Account");
        var open = Draw.Values(table.Definition, "Status").Where(value => !value.AsSpan().SequenceEqual(Converted)).ToArray();
        var status = Draw.From(open, context.Seed, 0x215);
        table.Columns.Add("IsConverted", (row, cell) => cell.SetBoolean(conversions.IsConverted(row.Row)));
        table.Columns.Add("Status", (row, cell) =>
        {
            if (conversions.IsConverted(row.Row))
            {
                cell.SetText(Converted);
            }
            else
            {
                status(row, cell);
            }
        });
        void WhenConverted(string field, Action<RowReader, Cell> write) => table.Columns.Add(field, (row, cell) =>
        {
            if (conversions.IsConverted(row.Row))
            {
                write(row, cell);
            }
            else
            {
                cell.SetNull();
            }
        });
        WhenConverted("ConvertedDate", (row, cell) => cell.SetDate(DayNumberOf1970 + (int)(row.Table.Time.Modified(row.Row) / SecondsPerDay)));
        WhenConverted("ConvertedContactId", (row, cell) => cell.SetId(contacts.At(conversions.ContactOf(row.Row))));
        WhenConverted("ConvertedAccountId", (row, cell) =>
            GeneratorContext.WriteId(accounts, conversions.AccountOf(row.Row, context.Relations.Accounts), cell));
        table.AddSeek("ConvertedContactId", id => conversions.LeadsOf(contacts.RowOf(id)));
    }
}
