namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Contacts.</summary>
internal static class ContactGenerator
{
    private static readonly int FirstBirthday = new DateOnly(1950, 1, 1).DayNumber;

    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Contact", context.Sizes.Contacts + context.Sizes.PersonAccounts);
        var seed = context.Seed;
        var accounts = context.Relations.Accounts;
        var accountIds = context.Ids("Account");
        var own = table.Ids;
        PersonColumns.Add(table, context.Contacts, seed, 0x100);
        AddressColumns.Add(table, "Mailing", context.Contacts.RegionOf, seed, 0x120, 80);
        AddressColumns.Add(table, "Other", context.Contacts.RegionOf, seed, 0x130, 900);
        PersonColumns.AddPhone(table, "HomePhone", context.Contacts, seed, 0x110, 850);
        PersonColumns.AddPhone(table, "OtherPhone", context.Contacts, seed, 0x111, 950);
        table.Columns.Add("AccountId", (row, cell) => GeneratorContext.WriteId(accountIds, accounts.AccountOf(row.Row), cell));
        table.Columns.Add("Email", (row, cell) => context.Emails.WriteContact(row.Row, cell), EmailWriter.IsContactBlank);
        table.Columns.Add("Department", Draw.From(NameTables.Departments, seed, 0x112, 300));
        table.Columns.Add("ReportsToId", (row, cell) => GeneratorContext.WriteId(own, row.Row % 10 == 3 && row.Row < context.Sizes.Contacts ? row.Row - 1 : -1, cell));
        table.Columns.Add("Birthdate", (row, cell) => WriteBirthdate(Mix.Of(seed, row.Row, 0x113), cell));
        PersonAccountColumns.AddToContact(table);
        table.AddSeek("AccountId", id => accounts.ContactsOf(accountIds.RowOf(id)));
        return table;
    }

    private static void WriteBirthdate(ulong mixed, Cell cell)
    {
        if (Mix.PickHigh(mixed, 10) < 7)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetDate(FirstBirthday + Mix.Pick(mixed, 20_000));
        }
    }
}
