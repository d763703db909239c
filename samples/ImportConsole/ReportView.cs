using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A report for people.</summary>
internal static class ReportView
{
    private const int ProblemsShown = 10;

    private static readonly string[] Outcomes = ["selected", "created", "updated", "unchanged", "collapsed", "skipped", "failed"];

    public static void Show(Screen screen, ImportReport report, StorePlace store)
    {
        if (report.State == ImportState.Refused)
        {
            return;
        }

        screen.Line();
        if (report.Undo is not null)
        {
            screen.Line($"Run {report.Run}: {report.State.ToString().ToLowerInvariant()}. {report.Selector}.");
            screen.Line($"Database: {store.Name}.");
            ShowNotes(screen, report);
            return;
        }

        screen.Show(Accounting(screen, report, $"Run {report.Run}: {report.State.ToString().ToLowerInvariant()}"));
        if (report.State == ImportState.Completed)
        {
            screen.Line(Summary(report));
        }

        screen.Line($"API calls: {Format.Number(report.Calls.Used)} used ({Format.Number(report.Calls.Planning)} of them for the plan), {Format.Number(report.Calls.Expected)} expected, at most {Format.Number(report.Calls.Ceiling)}.");
        screen.Line($"List: '{report.List.Name}' holds {Format.Count(report.List.Count, "row")}.");
        screen.Line($"Database: {store.Name} ({Tables(report)}).");
        ShowNotes(screen, report);
    }

    public static Table Accounting(Screen screen, ImportReport report, string title)
    {
        var table = screen.CreateTable(title).AddColumn("object");
        bool gone = report.Objects.Values.Any(tally => tally.Gone > 0);
        foreach (string name in Outcomes.Concat(gone ? ["gone"] : []))
        {
            table.AddColumn(name, column => column.Alignment = Justify.Right);
        }

        foreach (var (name, tally) in report.Objects)
        {
            table.AddRow([Markup.Escape(name), .. Numbers(tally, gone)]);
        }

        return report.Objects.Count > 1 ? table.AddRow(["[bold]total[/]", .. Numbers(Total(report), gone)]) : table;
    }

    private static string Summary(ImportReport report)
    {
        var total = Total(report);
        string cost = Format.Count(report.Calls.Used, "API call");
        return total switch
        {
            { Selected: 0, Gone: > 0 } => $"{Format.Count(total.Gone, "record")} no longer there; nothing else has changed. Finding that out cost {cost}.",
            { Selected: 0 } when report.ChangesSince is not null => $"Nothing has changed. Finding that out cost {cost}.",
            { Selected: 0 } => $"The org has no such records. Finding that out cost {cost}.",
            { Created: 0, Updated: 0, Failed: 0 } => $"Nothing to change: the database already held what these {Format.Count(total.Selected, "record")} say. Finding that out cost {cost}.",
            _ => $"{Format.Count(total.Created, "record")} created and {Format.Number(total.Updated)} updated, with {cost}.{(total.Failed > 0 ? $" {Format.Count(total.Failed, "record")} failed." : string.Empty)}",
        };
    }

    private static string Tables(ImportReport report)
    {
        string[] tables = [.. report.Objects.Keys.Select(TableOf).Distinct()];
        return $"{(tables.Length == 1 ? "table" : "tables")} {string.Join(", ", tables)}";
    }

    private static string TableOf(string sObject) => sObject switch
    {
        "Account" => "accounts",
        "Opportunity" => "opportunities",
        "OpportunityContactRole" => "opportunity_contacts",
        "Task" or "Event" => "tasks",
        "TaskRelation" => "task_contacts",
        "CampaignMember" => "campaign_members",
        _ => "contacts",
    };

    private static void ShowNotes(Screen screen, ImportReport report)
    {
        foreach (string note in report.Notes)
        {
            screen.Line($"- {note}");
        }

        foreach (var problem in report.Failures.Take(ProblemsShown))
        {
            screen.Line($"- {problem.Object} {problem.Id} failed: {problem.Reason}{(problem.Detail is { } detail ? $" ({detail})" : string.Empty)}.");
        }

        if (report.Failures.Count > ProblemsShown)
        {
            screen.Line($"- … and more: --why says it of any record.");
        }
    }

    private static ObjectTally Total(ImportReport report) => new()
    {
        Selected = report.Objects.Values.Sum(tally => tally.Selected),
        Created = report.Objects.Values.Sum(tally => tally.Created),
        Updated = report.Objects.Values.Sum(tally => tally.Updated),
        Unchanged = report.Objects.Values.Sum(tally => tally.Unchanged),
        Collapsed = report.Objects.Values.Sum(tally => tally.Collapsed),
        Skipped = report.Objects.Values.Sum(tally => tally.Skipped),
        Failed = report.Objects.Values.Sum(tally => tally.Failed),
        Gone = report.Objects.Values.Sum(tally => tally.Gone),
    };

    private static IEnumerable<string> Numbers(ObjectTally tally, bool gone) =>
        new[] { tally.Selected, tally.Created, tally.Updated, tally.Unchanged, tally.Collapsed, tally.Skipped, tally.Failed }
            .Concat(gone ? [tally.Gone] : [])
            .Select(Format.Number);
}
