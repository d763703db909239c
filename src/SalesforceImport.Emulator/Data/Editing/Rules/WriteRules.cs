using System.Collections.Frozen;
using System.Text;

namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>What the org does by itself when records of certain objects are written, and what it refuses.</summary>
internal static class WriteRules
{
    private static readonly FrozenDictionary<string, Action<OrgEditor, RowDraft>> ByObject = new Dictionary<string, Action<OrgEditor, RowDraft>>
    {
        ["Event"] = ActivityRules.ApplyToEvent,
        ["CampaignMember"] = MemberRules.Apply,
        ["Opportunity"] = StageRules.Apply,
        ["OpportunityContactRole"] = RoleRules.Apply,
        ["Task"] = ActivityRules.ApplyToTask,
        ["TaskRelation"] = SharedActivityRules.Check,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the org adds to a record that was just inserted.</summary>
    public static void Complete(OrgEditor editor, RowDraft draft)
    {
        if (draft.Definition.Name == "Campaign")
        {
            CampaignRules.AddStatuses(editor, draft.Id);
        }
        else if (draft.Definition.Name == "TaskRelation")
        {
            SharedActivityRules.Complete(editor, draft);
        }
        else if (draft.Definition.Name == "Task")
        {
            SharedActivityRules.Follow(editor, draft, default, default);
        }
    }

    /// <exception cref="WriteException">The record breaks a rule.</exception>
    public static void Apply(OrgEditor editor, RowDraft draft)
    {
        if (ByObject.TryGetValue(draft.Definition.Name, out var rule))
        {
            rule(editor, draft);
        }

        if (draft.Definition.IsCustom && draft.IsNew && draft.ReadText("Name") is null)
        {
            // A record without a name is called by its id.
            draft.Set("Name", Encoding.ASCII.GetBytes(draft.Id.ToString()));
        }
    }
}
