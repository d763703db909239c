namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>An opportunity has one primary contact: a new one takes the mark from the old.</summary>
internal static class RoleRules
{
    public static void Apply(OrgEditor editor, RowDraft draft)
    {
        if (!draft.Changes("IsPrimary") || !draft.ReadFlag("IsPrimary"))
        {
            return;
        }

        var roles = draft.Table;
        var (reader, cell) = (new RowReader(editor.Snapshot, roles), new Cell());
        foreach (var other in editor.ChildrenOf(roles, roles.Definition.Field("OpportunityId"), draft.ReadId("OpportunityId")))
        {
            reader.MoveTo(other).Read(roles.Definition.Field("IsPrimary"), cell);
            if (other != draft.Row && cell.IsTrue)
            {
                editor.Set(roles, other, ("IsPrimary", false));
            }
        }
    }
}
