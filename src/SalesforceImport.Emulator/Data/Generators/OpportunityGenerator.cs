using System.Text;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Opportunities. Whether one is closed or won follows from its stage.</summary>
internal static class OpportunityGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;

    // One opportunity in three came of a campaign.
    private const int CampaignStride = 3;

    private static readonly byte[] Won = Encoding.UTF8.GetBytes("Closed Won");
    private static readonly byte[] Lost = Encoding.UTF8.GetBytes("Closed Lost");

    public static ObjectTable Build(GeneratorContext context)
    {
        var sizes = context.Sizes;
        var table = context.Start("Opportunity", sizes.Opportunities);
        var seed = context.Seed;
        var deals = context.Relations.Opportunities;
        var (accounts, contacts, campaigns) = (context.Ids("Account"), context.Ids("Contact"), context.Ids("Campaign"));
        table.Columns.Add("Name", (row, cell) => WriteName(context, row.Row, cell));
        table.Columns.Add("AccountId", (row, cell) => GeneratorContext.WriteId(accounts, deals.AccountOf(row.Row), cell));
        table.Columns.Add("ContactId", (row, cell) => GeneratorContext.WriteId(contacts, deals.PrimaryOf(row.Row), cell));
        table.Columns.Add("CampaignId", (row, cell) =>
            GeneratorContext.WriteId(campaigns, sizes.Campaigns > 0 && row.Row % CampaignStride == 0 ? row.Row / CampaignStride % sizes.Campaigns : -1, cell));
        table.Columns.Add("StageName", Draw.FromPicklist(table, "StageName", seed, 0x410));
        table.Columns.Add("Amount", Draw.Amount(seed, 0x411, 40_000, 12.5m, 80));
        table.Columns.Add("CloseDate", (row, cell) =>
            cell.SetDate(DayNumberOf1970 + (int)(row.Table.Time.Created(row.Row) / SecondsPerDay) + 14 + Mix.Pick(Mix.Of(seed, row.Row, 0x412), 180)));
        table.Columns.Add("Type", Draw.FromPicklist(table, "Type", seed, 0x413, 150));
        table.Columns.Add("LeadSource", Draw.FromPicklist(table, "LeadSource", seed, 0x414, 200));
        table.Columns.Add("NextStep", Draw.From(NameTables.Remarks, seed, 0x415, 700));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x416, 850));
        AddStage(table);
        table.AddSeek("CampaignId", id => OfCampaign(campaigns.RowOf(id), sizes));
        table.AddSeek("AccountId", id => deals.OfAccount(accounts.RowOf(id)));
        table.AddSeek("ContactId", id => deals.OfPrimary(contacts.RowOf(id)));
        return table;
    }

    private static IEnumerable<long> OfCampaign(long campaign, OrgSizes sizes)
    {
        for (var row = campaign * CampaignStride; campaign >= 0 && campaign < sizes.Campaigns && row < sizes.Opportunities; row += (long)CampaignStride * sizes.Campaigns)
        {
            yield return row;
        }
    }

    private static void WriteName(GeneratorContext context, long opportunity, Cell cell)
    {
        var account = context.Relations.Opportunities.AccountOf(opportunity);
        if (account < 0)
        {
            cell.Begin().Append("Private"u8);
        }
        else
        {
            context.Accounts.WriteName(account, cell);
        }

        var deals = NameTables.Deals;
        cell.Append(" - "u8).Append(deals[Mix.Pick(Mix.Of(context.Seed, opportunity, 0x417), deals.Length)]).Append(" #"u8).Append(opportunity + 1);
    }

    private static void AddStage(ObjectTable table)
    {
        var stage = table.Definition.Field("StageName");
        var stages = Draw.Values(table.Definition, "StageName");
        bool Is(RowReader row, Cell cell, byte[] value)
        {
            row.Read(stage, cell);
            return cell.Kind == CellKind.Text && cell.Text.SequenceEqual(value);
        }

        table.Columns.Derive("IsClosed", (row, cell) => cell.SetBoolean(Is(row, cell, Won) || Is(row, cell, Lost)));
        table.Columns.Derive("IsWon", (row, cell) => cell.SetBoolean(Is(row, cell, Won)));
        table.Columns.Derive("ForecastCategory", (row, cell) => cell.SetText(Category(Is(row, cell, Won), Is(row, cell, Lost))));
        table.Columns.Derive("ForecastCategoryName", (row, cell) => cell.SetText(Category(Is(row, cell, Won), Is(row, cell, Lost))));
        table.Columns.Add("Probability", (row, cell) =>
        {
            row.Read(stage, cell);
            var text = cell.Text;
            var at = 0;
            while (at < stages.Length && !text.SequenceEqual(stages[at]))
            {
                at++;
            }

            cell.SetNumber(at == stages.Length - 1 ? 0 : Math.Min(100, (at + 1) * 11));
        });
    }

    private static byte[] Category(bool won, bool lost) => won ? Closed : lost ? Omitted : Pipeline;

    private static readonly byte[] Closed = "Closed"u8.ToArray();
    private static readonly byte[] Omitted = "Omitted"u8.ToArray();
    private static readonly byte[] Pipeline = "Pipeline"u8.ToArray();
}
