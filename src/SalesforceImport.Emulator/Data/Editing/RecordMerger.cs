using SalesforceImport.Emulator.Data.Editing.Rules;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Merges records: what refers to the losers refers to the winner from then on, and the losers go into the recycle bin.</summary>
internal static class RecordMerger
{
    public static void Merge(OrgEditor editor, RecordId winner, IReadOnlyList<RecordId> losers)
    {
        var (table, row) = editor.Find(winner);
        if (!table.Definition.Can("mergeable"))
        {
            throw new ArgumentException($"Records of {table.Definition.Name} cannot be merged.", nameof(winner));
        }

        foreach (var loser in losers)
        {
            var (other, at) = editor.Find(loser);
            if (other != table || at == row)
            {
                throw new ArgumentException($"'{loser}' cannot be merged into '{winner}'.", nameof(losers));
            }

            MergePeople(editor, winner, loser);
            MoveChildren(editor, table.Definition, loser, winner);
            editor.Set(table, at, ("MasterRecordId", winner));
            RecordRemover.Delete(editor, loser);
        }

        editor.Set(table, row);
    }

    // A person account's contact is merged with it.
    private static void MergePeople(OrgEditor editor, RecordId winner, RecordId loser)
    {
        RecordId PersonOf(RecordId account) => editor.Find(account) is var (table, row) ? new RowDraft(editor.Snapshot, table, row).ReadId("PersonContactId") : default;
        var (kept, gone) = (PersonOf(winner), PersonOf(loser));
        if (kept.IsNone != gone.IsNone)
        {
            throw new ArgumentException($"'{loser}' cannot be merged into '{winner}': one of them is a person.", nameof(loser));
        }

        if (!kept.IsNone)
        {
            var (contacts, row) = editor.Find(gone);
            MoveChildren(editor, contacts.Definition, gone, kept);
            editor.Set(contacts, row, ("MasterRecordId", kept));
            RecordRemover.DeleteWithOwner(editor, gone);
        }
    }

    private static void MoveChildren(OrgEditor editor, ObjectDefinition definition, RecordId loser, RecordId winner)
    {
        foreach (var relationship in definition.Children)
        {
            var children = editor.Snapshot.Tables[editor.Snapshot.Schema.Get(relationship.Object)];
            var reference = children.Definition.Field(relationship.Field);
            if (children.Columns.IsReadOnly(reference))
            {
                continue;
            }

            foreach (var child in editor.ChildrenOf(children, reference, loser))
            {
                Move(editor, children, child, reference, winner);
            }
        }
    }

    private static void Move(OrgEditor editor, ObjectTable children, long child, FieldDefinition reference, RecordId winner)
    {
        // Nobody is in a campaign twice: where both are, the loser's membership goes with the loser.
        var stays = children.Definition.Name == "CampaignMember"
            && MemberRules.IsMember(editor, new RowDraft(editor.Snapshot, children, child).ReadId("CampaignId"), reference.Name, winner);
        if (!stays)
        {
            // A record that refers to itself through the merge would be its own parent.
            editor.Set(children, child, (reference.Name, children.Ids.At(child) == winner ? null : winner));
        }
    }
}
