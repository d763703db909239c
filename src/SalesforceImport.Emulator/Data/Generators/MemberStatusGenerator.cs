namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The statuses that the members of each campaign can have: all that the picklist knows.</summary>
internal static class MemberStatusGenerator
{
    private const string Default = "Sent";
    private const string Responded = "Responded";

    public static ObjectTable Build(GeneratorContext context)
    {
        var labels = context.Definition("CampaignMember").Field("Status").Values;
        var texts = Draw.Values(context.Definition("CampaignMember"), "Status");
        var campaigns = context.Ids("Campaign");
        var count = labels.Count;
        var table = context.Start("CampaignMemberStatus", (long)context.Sizes.Campaigns * count);
        table.Columns.Add("CampaignId", (row, cell) => cell.SetId(campaigns.At(row.Row / count)));
        table.Columns.Add("Label", (row, cell) => cell.SetText(texts[row.Row % count]));
        table.Columns.Add("SortOrder", (row, cell) => cell.SetInteger((row.Row % count) + 1));
        table.Columns.Add("IsDefault", (row, cell) => cell.SetBoolean(labels[(int)(row.Row % count)] == Default));
        table.Columns.Add("HasResponded", (row, cell) => cell.SetBoolean(labels[(int)(row.Row % count)] == Responded));
        table.AddSeek("CampaignId", id => campaigns.RowOf(id) is >= 0 and var campaign && campaign < context.Sizes.Campaigns
            ? Enumerable.Range(0, count).Select(i => (campaign * count) + i)
            : []);
        return table;
    }
}
