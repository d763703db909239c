namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Accounts.</summary>
internal static class AccountGenerator
{
    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Account", context.Sizes.Accounts + context.Sizes.PersonAccounts);
        var seed = context.Seed;
        var companies = context.Accounts;
        var own = table.Ids;
        table.Columns.Add("Name", (row, cell) => companies.WriteName(row.Row, cell));
        table.Columns.Add("Website", (row, cell) => LeadGenerator.WriteWebsite(companies, row.Row, row.Row % 7 == 0, cell));
        table.Columns.Add("Phone", (row, cell) => PersonColumns.WritePhone(companies.RegionOf(row.Row), Mix.Of(seed, row.Row, 0x310), 100, cell));
        table.Columns.Add("Type", Draw.FromPicklist(table, "Type", seed, 0x311, 200));
        table.Columns.Add("Industry", Draw.FromPicklist(table, "Industry", seed, 0x312, 150));
        table.Columns.Add("Rating", Draw.FromPicklist(table, "Rating", seed, 0x313, 500));
        table.Columns.Add("Ownership", Draw.FromPicklist(table, "Ownership", seed, 0x314, 400));
        table.Columns.Add("AccountSource", Draw.FromPicklist(table, "AccountSource", seed, 0x315, 200));
        table.Columns.Add("AnnualRevenue", Draw.Amount(seed, 0x316, 2000, 125_000m, 300));
        table.Columns.Add("NumberOfEmployees", (row, cell) => cell.SetInteger(1 + Mix.Pick(Mix.Of(seed, row.Row, 0x317), 20_000)));
        table.Columns.Add("AccountNumber", (row, cell) => cell.Begin().Append("CD"u8).Append(100_000 + row.Row));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x318, 800));
        table.Columns.Add("ParentId", (row, cell) => GeneratorContext.WriteId(own, row.Row % 12 == 11 && row.Row < context.Sizes.Accounts ? row.Row / 12 : -1, cell));
        AddressColumns.Add(table, "Billing", companies.RegionOf, seed, 0x320, 50);
        AddressColumns.Add(table, "Shipping", companies.RegionOf, seed, 0x330, 500);
        table.AddSeek("ParentId", id => ChildrenOf(own.RowOf(id), context.Sizes.Accounts));
        PersonAccountColumns.AddToAccount(table, context);
        return table;
    }

    private static IEnumerable<long> ChildrenOf(long parent, long accounts)
    {
        var child = (parent * 12) + 11;
        return parent >= 0 && child < accounts ? [child] : [];
    }
}
