namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The columns that leads and contacts have in common.</summary>
internal static class PersonColumns
{
    public static void Add(ObjectTable table, PersonWriter people, ulong seed, uint salt)
    {
        var columns = table.Columns;
        columns.Add("FirstName", (row, cell) => people.WriteFirstName(row.Row, cell));
        columns.Add("LastName", (row, cell) => people.WriteLastName(row.Row, cell));
        DeriveName(table);
        columns.Add("Salutation", Draw.FromPicklist(table, "Salutation", seed, salt, 600));
        columns.Add("Title", Draw.From(NameTables.Titles, seed, salt + 1, 120));
        AddPhone(table, "Phone", people, seed, salt + 2, 150);
        AddPhone(table, "MobilePhone", people, seed, salt + 3, 400);
        AddPhone(table, "Fax", people, seed, salt + 4, 900);
        columns.Add("LeadSource", Draw.FromPicklist(table, "LeadSource", seed, salt + 5, 100));
        columns.Add("Description", Draw.Remarks(seed, salt + 6, 850));
        columns.Add("HasOptedOutOfEmail", Draw.Sometimes(seed, salt + 7, 50));
        columns.Add("HasOptedOutOfFax", Draw.Sometimes(seed, salt + 8, 10));
        columns.Add("DoNotCall", Draw.Sometimes(seed, salt + 9, 30));
        columns.Add("CleanStatus", static (_, cell) => cell.SetText(Pending));
    }

    /// <summary>Makes Name the first and last name, whatever they were edited to.</summary>
    public static void DeriveName(ObjectTable table)
    {
        var first = table.Definition.Field("FirstName");
        var last = table.Definition.Field("LastName");
        table.Columns.Derive("Name", (row, cell) =>
        {
            row.Read(first, cell);
            if (cell.IsNull)
            {
                row.Read(last, cell);
                return;
            }

            var scratch = row.Scratch;
            row.Read(last, scratch);
            cell.Append((byte)' ').Append(scratch.Text);
        });
    }

    /// <summary>Adds a telephone number of the person's country.</summary>
    public static void AddPhone(ObjectTable table, string field, PersonWriter people, ulong seed, uint salt, int blank) =>
        table.Columns.Add(field, (row, cell) => WritePhone(people.RegionOf(row.Row), Mix.Of(seed, row.Row, salt), blank, cell));

    public static void WritePhone(Region region, ulong mixed, int blank, Cell cell)
    {
        if (Mix.PickHigh(mixed, 1000) < blank)
        {
            cell.SetNull();
            return;
        }

        cell.Begin().Append(region.Dial).Append((byte)' ').Append(20 + Mix.Pick(mixed, 780))
            .Append((byte)' ').Append(1_000_000 + (long)((mixed >> 8) % 9_000_000));
    }

    private static readonly byte[] Pending = "Pending"u8.ToArray();
}
