using System.Text;
using SalesforceImport.Emulator.Data.Relations;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>The relations of tasks, in an org with shared activities: all of them, and those to people once more.</summary>
internal static class TaskRelationGenerator
{
    private static readonly byte[] Contact = Encoding.UTF8.GetBytes("Contact");
    private static readonly byte[] Lead = Encoding.UTF8.GetBytes("Lead");

    public static ObjectTable BuildAll(GeneratorContext context)
    {
        var relations = context.Relations.TaskRelations;
        var table = Build(context, "TaskRelation", relations);
        table.Columns.Add("IsWhat", (row, cell) => cell.SetBoolean(relations.KindOf(row.Row) == RelationKind.What));
        return table;
    }

    public static ObjectTable BuildPeople(GeneratorContext context)
    {
        var relations = context.Relations.TaskWhoRelations;
        var links = context.Relations.Tasks;
        var table = Build(context, "TaskWhoRelation", relations);
        table.Columns.Add("Type", (row, cell) => cell.SetText(links.LeadOf(relations.TaskOf(row.Row)) >= 0 ? Lead : Contact));
        return table;
    }

    private static ObjectTable Build(GeneratorContext context, string name, TaskRelations relations)
    {
        var table = context.Start(name, relations.Count);
        var (tasks, contacts) = (context.Ids("Task"), context.Ids("Contact"));
        var links = context.Relations.Tasks;
        FieldReadThrough(table, "AccountId", tasks, relations);
        table.Columns.Add("TaskId", (row, cell) => cell.SetId(tasks.At(relations.TaskOf(row.Row))));
        table.Columns.Add("RelationId", (row, cell) =>
        {
            var task = relations.TaskOf(row.Row);
            if (relations.KindOf(row.Row) == RelationKind.OtherContact)
            {
                cell.SetId(contacts.At(relations.OtherContactOf(task)));
            }
            else
            {
                ReadTask(row, tasks.At(task), relations.KindOf(row.Row) == RelationKind.What ? "WhatId" : "WhoId", cell);
            }
        });
        table.AddSeek("TaskId", id => relations.OfTask(tasks.RowOf(id)));
        table.AddSeek("RelationId", id => TasksOf(context, links, relations, id).Distinct().SelectMany(relations.OfTask));
        return table;
    }

    private static IEnumerable<long> TasksOf(GeneratorContext context, ActivityLinks links, TaskRelations relations, RecordId id)
    {
        if (context.Ids("Contact").RowOf(id) is >= 0 and var contact)
        {
            return links.OfContact(contact).Concat(relations.TasksOfOther(contact));
        }

        if (context.Ids("Opportunity").RowOf(id) is >= 0 and var opportunity)
        {
            return links.OfOpportunity(opportunity);
        }

        return context.Ids("Lead").RowOf(id) is >= 0 and var lead
            ? links.OfLead(lead)
            : links.OfAccount(context.Ids("Account").RowOf(id), context.Relations.Accounts);
    }

    private static void FieldReadThrough(ObjectTable table, string field, IdSpace tasks, TaskRelations relations) =>
        table.Columns.Add(field, (row, cell) => ReadTask(row, tasks.At(relations.TaskOf(row.Row)), field, cell));

    private static void ReadTask(RowReader row, RecordId task, string field, Cell cell)
    {
        var reader = row.Related(task)!;
        reader.Read(reader.Table.Definition.Field(field), cell);
    }
}
