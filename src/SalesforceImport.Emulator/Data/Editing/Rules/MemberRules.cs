using System.Text;

namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>A campaign member is somebody, and nobody is in a campaign twice.</summary>
internal static class MemberRules
{
    private static readonly byte[] DefaultStatus = Encoding.UTF8.GetBytes("Sent");

    public static void Apply(OrgEditor editor, RowDraft draft)
    {
        var person = Person(draft, "ContactId") ?? Person(draft, "LeadId") ?? Person(draft, "AccountId")
            ?? throw new WriteException("FIELD_INTEGRITY_EXCEPTION", "A campaign member needs a lead or a contact", "LeadId", "ContactId");
        var campaign = draft.ReadId("CampaignId");
        if (draft.IsNew && draft.ReadText("Status") is null)
        {
            draft.Set("Status", MemberStatuses.DefaultOf(editor.Snapshot, campaign) ?? DefaultStatus);
        }

        SetFirstResponse(editor, draft, campaign);
        if ((draft.Changes("ContactId") || draft.Changes("LeadId") || draft.Changes("AccountId") || draft.Changes("CampaignId"))
            && IsMember(editor, campaign, person.Field, person.Id, except: draft.Row))
        {
            throw new WriteException("DUPLICATE_VALUE", "Already a campaign member.");
        }
    }

    /// <summary>Whether a person is in a campaign already.</summary>
    public static bool IsMember(OrgEditor editor, RecordId campaign, string field, RecordId person, long except = -1)
    {
        var members = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("CampaignMember")];
        var (reader, cell) = (new RowReader(editor.Snapshot, members), new Cell());
        return editor.ChildrenOf(members, members.Definition.Field(field), person).Any(row =>
        {
            reader.MoveTo(row).Read(members.Definition.Field("CampaignId"), cell);
            return row != except && cell.Id == campaign;
        });
    }

    private static void SetFirstResponse(OrgEditor editor, RowDraft draft, RecordId campaign)
    {
        var status = draft.ReadText("Status");
        if ((draft.IsNew || draft.Changes("Status")) && !draft.Gives("FirstRespondedDate") && draft.IsBlank("FirstRespondedDate")
            && status is not null && MemberStatuses.HasResponded(editor.Snapshot, campaign, Encoding.UTF8.GetBytes(status)) is true)
        {
            draft.Set("FirstRespondedDate", DateOnly.FromDateTime(editor.Now.UtcDateTime));
        }
    }

    private static (string Field, RecordId Id)? Person(RowDraft draft, string field) =>
        draft.ReadId(field) is { IsNone: false } id ? (field, id) : null;
}
