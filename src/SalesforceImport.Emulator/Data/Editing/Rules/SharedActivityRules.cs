
namespace SalesforceImport.Emulator.Data.Editing.Rules;

/// <summary>Keeps tasks and their relations in step, in an org with shared activities.</summary>
internal static class SharedActivityRules
{
    private const int MostPeople = 50;
    private const string LeadPrefix = "00Q";

    /// <summary>Makes the relations of a task follow whom and what it is about.</summary>
    public static void Follow(OrgEditor editor, RowDraft task, RecordId whoBefore, RecordId whatBefore)
    {
        if (editor.Snapshot.Schema.FindAnyObject("TaskRelation") is null)
        {
            return;
        }

        Move(editor, task, whoBefore, task.ReadId("WhoId"), isWhat: false);
        Move(editor, task, whatBefore, task.ReadId("WhatId"), isWhat: true);
    }

    /// <summary>Refuses people that a task cannot be about together.</summary>
    public static void Check(OrgEditor editor, RowDraft relation)
    {
        if (!relation.IsNew || relation.ReadFlag("IsWhat"))
        {
            return;
        }

        var people = Relations(editor, relation.ReadId("TaskId"), isWhat: false).Select(other => other.To).ToList();
        var person = relation.ReadId("RelationId");
        if (people.Contains(person))
        {
            throw new WriteException("DUPLICATE_VALUE", "The task has this relation already", "RelationId");
        }

        if (people.Count > 0 && people.Append(person).Any(id => id.Prefix == LeadPrefix))
        {
            throw new WriteException("FIELD_INTEGRITY_EXCEPTION", "A task is about one lead or about contacts", "RelationId");
        }

        if (people.Count >= MostPeople)
        {
            throw new WriteException("FIELD_INTEGRITY_EXCEPTION", $"A task is about at most {MostPeople} contacts", "RelationId");
        }
    }

    /// <summary>Follows a relation that was just inserted: the same for people, the counts of the task.</summary>
    public static void Complete(OrgEditor editor, RowDraft relation)
    {
        var (task, isWhat) = (relation.ReadId("TaskId"), relation.ReadFlag("IsWhat"));
        if (!isWhat)
        {
            var person = relation.ReadId("RelationId");
            editor.Insert(editor.Snapshot.Schema.Get("TaskWhoRelation"), new Dictionary<string, object?>
            {
                ["TaskId"] = task.ToString(),
                ["RelationId"] = person.ToString(),
                ["Type"] = person.Prefix == LeadPrefix ? "Lead" : "Contact",
            });
        }

        Recount(editor, task);
    }

    /// <summary>Follows a relation that was just deleted; where not alone, its like for people goes the same way by itself.</summary>
    public static void Removed(OrgEditor editor, ObjectTable table, long row, bool alone)
    {
        var relation = new RowDraft(editor.Snapshot, table, row);
        var (task, person) = (relation.ReadId("TaskId"), relation.ReadId("RelationId"));
        var people = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("TaskWhoRelation")];
        foreach (var other in editor.ChildrenOf(people, people.Definition.Field("TaskId"), task))
        {
            if (alone && !relation.ReadFlag("IsWhat") && new RowDraft(editor.Snapshot, people, other).ReadId("RelationId") == person)
            {
                editor.Mark(people, other, deleted: true, erased: true);
            }
        }

        Recount(editor, task);
    }

    private static void Move(OrgEditor editor, RowDraft task, RecordId before, RecordId after, bool isWhat)
    {
        if (before == after)
        {
            return;
        }

        foreach (var (id, to) in Relations(editor, task.Id, isWhat).ToList())
        {
            if (to == before || to == after)
            {
                RecordRemover.Delete(editor, id);
            }
        }

        if (!after.IsNone)
        {
            editor.Insert(editor.Snapshot.Schema.Get("TaskRelation"), new Dictionary<string, object?>
            {
                ["TaskId"] = task.Id.ToString(),
                ["RelationId"] = after.ToString(),
                ["IsWhat"] = isWhat,
            });
        }
    }

    private static void Recount(OrgEditor editor, RecordId id)
    {
        if (editor.Snapshot.TryFind(id, out var tasks, out var row))
        {
            editor.SetQuietly(
                tasks,
                row,
                ("WhoCount", Relations(editor, id, isWhat: false).LongCount()),
                ("WhatCount", Relations(editor, id, isWhat: true).LongCount()));
        }
    }

    private static IEnumerable<(RecordId Id, RecordId To)> Relations(OrgEditor editor, RecordId task, bool isWhat)
    {
        var table = editor.Snapshot.Tables[editor.Snapshot.Schema.Get("TaskRelation")];
        return editor.ChildrenOf(table, table.Definition.Field("TaskId"), task).Select(row => new RowDraft(editor.Snapshot, table, row))
            .Where(relation => relation.ReadFlag("IsWhat") == isWhat).Select(relation => (relation.Id, relation.ReadId("RelationId")));
    }
}
