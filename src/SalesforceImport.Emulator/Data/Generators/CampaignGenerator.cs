namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Campaigns; one in three is inactive.</summary>
internal static class CampaignGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;

    public static ObjectTable Build(GeneratorContext context)
    {
        var sizes = context.Sizes;
        var table = context.Start("Campaign", sizes.Campaigns);
        var seed = context.Seed;
        table.Columns.Add("Name", (row, cell) =>
            cell.Begin().Append(NameTables.Campaigns[row.Row % NameTables.Campaigns.Length]).Append((byte)' ').Append(row.Row + 1));
        table.Columns.Add("IsActive", static (row, cell) => cell.SetBoolean(row.Row % 3 != 2));
        table.Columns.Add("Type", Draw.FromPicklist(table, "Type", seed, 0x710));
        table.Columns.Add("Status", Draw.FromPicklist(table, "Status", seed, 0x711));
        table.Columns.Add("StartDate", static (row, cell) => cell.SetDate(StartOf(row)));
        table.Columns.Add("EndDate", static (row, cell) => cell.SetDate(StartOf(row) + 30));
        table.Columns.Add("BudgetedCost", Draw.Amount(seed, 0x712, 200, 500m, 200));
        table.Columns.Add("ExpectedRevenue", Draw.Amount(seed, 0x713, 300, 2500m, 200));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x714, 500));
        AddTally(table, new CampaignTallies(context.Definition("CampaignMember"), context.Definition("CampaignMemberStatus"), context.Definition("Opportunity")));
        return table;
    }

    private static void AddTally(ObjectTable table, CampaignTallies tallies)
    {
        void Count(string field, Func<CampaignTally, long> pick) => table.Columns.Derive(field, (row, cell) => cell.SetInteger(pick(tallies.Of(row))));
        void Sum(string field, Func<CampaignTally, decimal> pick) => table.Columns.Derive(field, (row, cell) => cell.SetNumber(pick(tallies.Of(row))));
        Count("NumberOfLeads", static tally => tally.Leads);
        Count("NumberOfConvertedLeads", static tally => tally.ConvertedLeads);
        Count("NumberOfContacts", static tally => tally.Contacts);
        Count("NumberOfResponses", static tally => tally.Responses);
        Count("NumberOfOpportunities", static tally => tally.Opportunities);
        Count("NumberOfWonOpportunities", static tally => tally.WonOpportunities);
        Sum("AmountAllOpportunities", static tally => tally.Amount);
        Sum("AmountWonOpportunities", static tally => tally.WonAmount);
    }

    private static int StartOf(RowReader row) => DayNumberOf1970 + (int)(row.Table.Time.Created(row.Row) / SecondsPerDay) + 10;
}
