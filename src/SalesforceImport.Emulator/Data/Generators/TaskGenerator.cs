using System.Text;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Tasks of the last year and a bit, or of two years. Those that were done and due a year before the end of the generated time
/// are archived: a few of the oldest, or a tenth of all.
/// </summary>
internal static class TaskGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;
    private const int DaysToDue = 7;

    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    // One task of five is done, and half of a life this long lies more than a year back: a tenth is archived.
    private static readonly TimeSpan LongLife = TimeSpan.FromDays(730 + DaysToDue);
    private static readonly int ArchivedUpTo = DateOnly.FromDateTime(Timeline.End.UtcDateTime).DayNumber - 365;
    private static readonly byte[] Completed = Encoding.UTF8.GetBytes("Completed");
    private static readonly byte[] High = Encoding.UTF8.GetBytes("High");

    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Task", context.Sizes.Tasks, context.Sizes.ArchivedTasks ? LongLife : Life);
        var seed = context.Seed;
        table.Columns.Add("Subject", Draw.From(NameTables.Subjects, seed, 0x610, 20));
        table.Columns.Add("ActivityDate", (row, cell) => WriteDue(row, Mix.Of(seed, row.Row, 0x611), cell));
        table.Columns.Add("Status", Draw.FromPicklist(table, "Status", seed, 0x612));
        table.Columns.Add("Priority", Draw.FromPicklist(table, "Priority", seed, 0x613));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x614, 600));
        table.Columns.Add("TaskSubtype", Draw.From([.. Draw.Values(table.Definition, "TaskSubtype").Take(2)], seed, 0x615));
        ActivityColumns.AddLinks(table, context, context.Relations.Tasks);
        AddState(table);
        if (context.Has("TaskRelation"))
        {
            var relations = context.Relations.TaskRelations;
            table.Columns.Add("WhoCount", (row, cell) => cell.SetInteger(relations.CountOf(row.Row, what: false)));
            table.Columns.Add("WhatCount", (row, cell) => cell.SetInteger(relations.CountOf(row.Row, what: true)));
        }

        return table;
    }

    private static void WriteDue(RowReader row, ulong mixed, Cell cell)
    {
        if (Mix.PickHigh(mixed, 100) < 8)
        {
            cell.SetNull();
        }
        else
        {
            cell.SetDate(DayNumberOf1970 + (int)(row.Table.Time.Created(row.Row) / SecondsPerDay) + Mix.Pick(mixed, DaysToDue));
        }
    }

    private static void AddState(ObjectTable table)
    {
        var definition = table.Definition;
        var (status, priority) = (definition.Field("Status"), definition.Field("Priority"));
        var due = definition.Field("ActivityDate");
        bool Is(RowReader row, Schema.FieldDefinition field, byte[] value, Cell cell)
        {
            row.Read(field, cell);
            return cell.Kind == CellKind.Text && cell.Text.SequenceEqual(value);
        }

        table.Columns.Derive("IsClosed", (row, cell) => cell.SetBoolean(Is(row, status, Completed, cell)));
        table.Columns.Derive("IsHighPriority", (row, cell) => cell.SetBoolean(Is(row, priority, High, cell)));
        table.Columns.Add("IsArchived", (row, cell) =>
        {
            // The due date is never before the creation, so younger rows need no further look.
            if (DayNumberOf1970 + (row.Table.Time.Created(row.Row) / SecondsPerDay) > ArchivedUpTo || !Is(row, status, Completed, cell))
            {
                cell.SetBoolean(false);
                return;
            }

            row.Read(due, cell);
            cell.SetBoolean(cell.IsNull || cell.Integer <= ArchivedUpTo);
        });
        table.Columns.Add("CompletedDateTime", (row, cell) =>
        {
            if (Is(row, status, Completed, cell))
            {
                cell.SetDateTime(row.Table.Time.Modified(row.Row) * 1000);
            }
            else
            {
                cell.SetNull();
            }
        });
    }
}
