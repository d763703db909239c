namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The columns that every object has.</summary>
internal static class SystemColumns
{
    private const uint OwnerSalt = 0x50;

    public static void AddTo(ObjectTable table, GeneratorContext context)
    {
        var users = context.Ids("User");
        var definition = table.Definition;
        AddIdentity(table);
        table.Columns.Add("CreatedDate", static (row, cell) => cell.SetDateTime(row.Table.Time.Created(row.Row) * 1000));
        table.Columns.Add("LastModifiedDate", static (row, cell) => cell.SetDateTime(row.Table.Time.Modified(row.Row) * 1000));
        table.Columns.Add("SystemModstamp", static (row, cell) => cell.SetDateTime(row.Table.Time.Stamped(row.Row) * 1000));
        table.Columns.Add("CreatedById", (_, cell) => cell.SetId(users.At(0)));
        table.Columns.Add("LastModifiedById", (row, cell) => cell.SetId(users.At(Owner(context, row.Row + 1))));
        if (definition.Find("CurrencyIsoCode") is not null)
        {
            // Two records of ten are in another currency than the org.
            var codes = Draw.Values(definition, "CurrencyIsoCode");
            table.Columns.Add("CurrencyIsoCode", (row, cell) => cell.SetText(codes[row.Row % 10 is 7 ? 1 : row.Row % 10 is 9 ? 2 : 0]));
        }

        if (definition.Find("OwnerId") is not null)
        {
            table.Columns.Add("OwnerId", (row, cell) => cell.SetId(users.At(Owner(context, row.Row))));
        }
    }

    /// <summary>Adds the columns that objects without generated rows have too.</summary>
    public static void AddIdentity(ObjectTable table)
    {
        table.Columns.Derive("Id", static (row, cell) => cell.SetId(row.Id));
        if (table.Definition.Find("IsDeleted") is not null)
        {
            table.Columns.Derive("IsDeleted", static (row, cell) => cell.SetBoolean(row.IsDeleted));
        }
    }

    private static int Owner(GeneratorContext context, long row) => 1 + Mix.Pick(Mix.Of(context.Seed, row, OwnerSalt), OrgSizes.Users - 1);
}
