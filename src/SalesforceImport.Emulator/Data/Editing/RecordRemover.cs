
using SalesforceImport.Emulator.Data.Editing.Rules;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>Deletes records with what depends on them, and brings them back.</summary>
internal static class RecordRemover
{
    // These leave no trace but the deletion log, unless they go with the record that they depend on.
    private static readonly string[] WithoutRecycleBin = ["OpportunityContactRole", "TaskRelation"];

    public static void Delete(OrgEditor editor, RecordId id)
    {
        var (table, row) = editor.Find(id);
        if (PersonAccountWriter.IsPersonContact(editor, table, row))
        {
            throw new WriteException("INVALID_PERSON_ACCOUNT_OPERATION", "The contact of a person account is deleted with the account");
        }

        Remove(editor, table, row, id, erased: WithoutRecycleBin.Contains(table.Definition.Name));
    }

    /// <summary>Deletes a record that cannot be deleted by itself, because what it belongs to goes too.</summary>
    public static void DeleteWithOwner(OrgEditor editor, RecordId id)
    {
        var (table, row) = editor.Find(id);
        Remove(editor, table, row, id, erased: false);
    }

    /// <summary>Deletes past the recycle bin; a record that is in it already leaves it for good.</summary>
    public static void HardDelete(OrgEditor editor, RecordId id)
    {
        if (!editor.Snapshot.TryFind(id, out var table, out var row))
        {
            throw WriteErrors.NoSuchRecord();
        }

        if (new RowReader(editor.Snapshot, table).MoveTo(row).IsDeleted)
        {
            editor.Mark(table, row, deleted: true, erased: true);
        }
        else
        {
            Remove(editor, table, row, id, erased: true);
        }
    }

    /// <summary>Takes a record out of the recycle bin, and what was deleted with it.</summary>
    public static void Undelete(OrgEditor editor, RecordId id)
    {
        if (!editor.Snapshot.TryFind(id, out var table, out var row) || !new RowReader(editor.Snapshot, table).MoveTo(row).IsDeleted)
        {
            throw new WriteException("UNDELETE_FAILED", "Entity is not in the recycle bin");
        }

        foreach (var definition in editor.Snapshot.Schema.Objects)
        {
            var back = editor.Snapshot.State(definition).Deletions.FindAll(deletion => deletion.Id == id || deletion.Root == id);
            var rows = editor.Snapshot.Tables[definition];
            foreach (var deletion in back.Where(deletion => editor.Snapshot.TryFind(deletion.Id, out _, out _)))
            {
                editor.Mark(rows, rows.Ids.RowOf(deletion.Id), deleted: false, erased: false);
            }

            if (!back.IsEmpty)
            {
                var state = editor.Snapshot.State(definition);
                editor.Put(definition, state with { Deletions = state.Deletions.RemoveRange(back) });
            }
        }
    }

    private static void Remove(OrgEditor editor, ObjectTable table, long row, RecordId root, bool erased)
    {
        var id = table.Ids.At(row);
        editor.Mark(table, row, deleted: true, erased);
        if (table.Definition.Name == "TaskRelation")
        {
            SharedActivityRules.Removed(editor, table, row, alone: erased);
        }

        var state = editor.Snapshot.State(table.Definition);
        editor.Put(table.Definition, state with { Deletions = state.Deletions.Add(new Deletion(id, editor.Now, root)) });
        foreach (var relationship in table.Definition.Children.Where(child => child.Cascade))
        {
            var children = editor.Snapshot.Tables[editor.Snapshot.Schema.Get(relationship.Object)];
            foreach (var child in editor.ChildrenOf(children, children.Definition.Field(relationship.Field), id))
            {
                Remove(editor, children, child, root, erased: false);
            }
        }
    }
}
