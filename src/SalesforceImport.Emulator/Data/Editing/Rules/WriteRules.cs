using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>What the org does by itself when records of certain objects are written, and what it refuses.</summary>
internal static class WriteRules
{
    private static readonly FrozenDictionary<string, Action<OrgEditor, RowDraft>> ByObject = new Dictionary<string, Action<OrgEditor, RowDraft>>
    {
        ["CampaignMember"] = MemberRules.Apply,
        ["Opportunity"] = StageRules.Apply,
        ["OpportunityContactRole"] = RoleRules.Apply,
        ["Task"] = ActivityRules.ApplyToTask,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="WriteException">The record breaks a rule.</exception>
    public static void Apply(OrgEditor editor, RowDraft draft)
    {
        if (ByObject.TryGetValue(draft.Definition.Name, out var rule))
        {
            rule(editor, draft);
        }
    }
}
