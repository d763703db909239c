using System.Text;
using SalesforceImport.Emulator.Data.Relations;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>
/// Tasks of the last year and a bit. Those that were done and due a year before the end of the generated time are archived:
/// a few of the oldest.
/// </summary>
internal static class TaskGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;
    private const int DaysToDue = 7;

    private static readonly TimeSpan Life = TimeSpan.FromDays(400);
    private static readonly int ArchivedUpTo = DateOnly.FromDateTime(Timeline.End.UtcDateTime).DayNumber - 365;
    private static readonly byte[] Completed = Encoding.UTF8.GetBytes("Completed");
    private static readonly byte[] High = Encoding.UTF8.GetBytes("High");

    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Task", context.Sizes.Tasks, Life);
        var seed = context.Seed;
        table.Columns.Add("Subject", Draw.From(NameTables.Subjects, seed, 0x610, 20));
        table.Columns.Add("ActivityDate", (row, cell) => WriteDue(row, Mix.Of(seed, row.Row, 0x611), cell));
        table.Columns.Add("Status", Draw.FromPicklist(table, "Status", seed, 0x612));
        table.Columns.Add("Priority", Draw.FromPicklist(table, "Priority", seed, 0x613));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x614, 600));
        table.Columns.Add("TaskSubtype", Draw.From([.. Draw.Values(table.Definition, "TaskSubtype").Take(2)], seed, 0x615));
        AddLinks(table, context);
        AddState(table);
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

    private static void AddLinks(ObjectTable table, GeneratorContext context)
    {
        var links = context.Relations.Tasks;
        var (contacts, leads) = (context.Ids("Contact"), context.Ids("Lead"));
        var (accounts, opportunities) = (context.Ids("Account"), context.Ids("Opportunity"));
        long AccountOf(long task)
        {
            var contact = links.ContactOf(task);
            return contact >= 0 ? context.Relations.Accounts.AccountOf(contact)
                : context.Sizes.Accounts > 0 && links.LeadOf(task) < 0 && TaskLinks.IsAboutAccount(task) ? task % context.Sizes.Accounts : -1;
        }

        table.Columns.Add("WhoId", (row, cell) =>
        {
            var contact = links.ContactOf(row.Row);
            GeneratorContext.WriteId(contact >= 0 ? contacts : leads, contact >= 0 ? contact : links.LeadOf(row.Row), cell);
        });
        table.Columns.Add("WhatId", (row, cell) =>
        {
            var opportunity = links.OpportunityOf(row.Row);
            GeneratorContext.WriteId(
                opportunity >= 0 ? opportunities : accounts,
                opportunity >= 0 ? opportunity : TaskLinks.IsAboutAccount(row.Row) ? AccountOf(row.Row) : -1,
                cell);
        });
        table.Columns.Add("AccountId", (row, cell) => GeneratorContext.WriteId(accounts, AccountOf(row.Row), cell));
        table.AddSeek("WhoId", id =>
            contacts.RowOf(id) is >= 0 and var contact ? links.OfContact(contact) : links.OfLead(leads.RowOf(id)));
        table.AddSeek("WhatId", id => opportunities.RowOf(id) is >= 0 and var opportunity
            ? links.OfOpportunity(opportunity)
            : links.OfAccount(accounts.RowOf(id), context.Relations.Accounts));
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
