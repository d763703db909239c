using System.Text;

namespace SalesforceImport.Emulator.Data.Generators;

/// <summary>Events of the last year and a bit, in working hours. Those a year before the end of the generated time are archived.</summary>
internal static class EventGenerator
{
    private const int SecondsPerDay = 86_400;
    private const int DayNumberOf1970 = 719_162;
    private const int FirstHour = 7;
    private const int Hours = 10;

    private static readonly TimeSpan Life = TimeSpan.FromDays(400);
    private static readonly int ArchivedBefore = DateOnly.FromDateTime(Timeline.End.UtcDateTime).DayNumber - 365;
    private static readonly byte[][] Places = [.. new[] { "Room 1", "Video call", "Their office", "Café" }.Select(Encoding.UTF8.GetBytes)];

    public static ObjectTable Build(GeneratorContext context)
    {
        var table = context.Start("Event", context.Sizes.Events, Life);
        var seed = context.Seed;
        table.Columns.Add("Subject", Draw.From(NameTables.Subjects, seed, 0x910));
        table.Columns.Add("Location", Draw.From(Places, seed, 0x911, 300));
        table.Columns.Add("Description", Draw.Remarks(seed, 0x912, 700));
        table.Columns.Add("ShowAs", Draw.FromPicklist(table, "ShowAs", seed, 0x913));
        table.Columns.Add("EventSubtype", Draw.FromPicklist(table, "EventSubtype", seed, 0x914));
        table.Columns.Add("DurationInMinutes", (row, cell) => cell.SetInteger(MinutesOf(row, seed)));
        table.Columns.Add("StartDateTime", (row, cell) => cell.SetDateTime(StartOf(row, seed) * 1000));
        table.Columns.Add("ActivityDateTime", (row, cell) => cell.SetDateTime(StartOf(row, seed) * 1000));
        table.Columns.Add("EndDateTime", (row, cell) => cell.SetDateTime((StartOf(row, seed) + (MinutesOf(row, seed) * 60)) * 1000));
        table.Columns.Add("ActivityDate", (row, cell) => cell.SetDate(DayOf(row)));
        table.Columns.Add("EndDate", (row, cell) => cell.SetDate(DayOf(row)));
        table.Columns.Add("IsArchived", (row, cell) => cell.SetBoolean(DayOf(row) < ArchivedBefore));
        ActivityColumns.AddLinks(table, context, context.Relations.Events);
        return table;
    }

    private static int DayOf(RowReader row) => DayNumberOf1970 + (int)(row.Table.Time.Created(row.Row) / SecondsPerDay) + 1;

    private static long StartOf(RowReader row, ulong seed) =>
        ((long)(DayOf(row) - DayNumberOf1970) * SecondsPerDay) + ((FirstHour + Mix.Pick(Mix.Of(seed, row.Row, 0x915), Hours)) * 3600L);

    private static long MinutesOf(RowReader row, ulong seed) => 30 * (1 + Mix.Pick(Mix.Of(seed, row.Row, 0x916), 4));
}
