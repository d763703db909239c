using SalesforceImport.Budgeting;
using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>API usage day by day, our calls as a bar.</summary>
internal static class UsageView
{
    private const int BarWidth = 20;

    public static void Show(Screen screen, ApiUsageReport usage)
    {
        var table = screen.CreateTable("API calls of the last seven days (UTC)").AddColumn("day");
        table.AddColumn("ours", column => column.Alignment = Justify.Right);
        table.AddColumn(string.Empty, column => column.NoWrap());
        table.AddColumn("all, as the org counted", column => column.Alignment = Justify.Right);
        table.AddColumn("the org's limit", column => column.Alignment = Justify.Right);
        long most = usage.Days.Max(day => day.OwnCalls);
        foreach (var day in usage.Days)
        {
            table.AddRow(
                Format.Day(day.Day),
                Format.Number(day.OwnCalls),
                new string(screen.Bar, Length(day.OwnCalls, most)),
                day.IsGap ? "not seen" : Format.Number(day.OrgUsed),
                Format.Number(day.OrgLimit, string.Empty));
        }

        screen.Show(table);
        screen.Line($"{Format.Count(usage.OwnCalls, "call")} of ours in seven days.");
    }

    private static int Length(long calls, long most) => calls == 0 ? 0 : (int)Math.Max(1, calls * BarWidth / most);
}
