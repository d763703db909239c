namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>A campaign starts with two statuses for its members.</summary>
internal static class CampaignRules
{
    public static void AddStatuses(OrgEditor editor, RecordId campaign)
    {
        var definition = editor.Snapshot.Schema.Get("CampaignMemberStatus");
        foreach (var (label, order, responded) in new[] { ("Sent", 1, false), ("Responded", 2, true) })
        {
            editor.Insert(definition, new Dictionary<string, object?>
            {
                ["CampaignId"] = campaign.ToString(),
                ["Label"] = label,
                ["SortOrder"] = order,
                ["IsDefault"] = !responded,
                ["HasResponded"] = responded,
            });
        }
    }
}
