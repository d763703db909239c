using System.Globalization;
using SalesforceImport.Planning;
using Spectre.Console;

namespace SalesforceImport.Samples.Shared;

/// <summary>Shows plans, reports and rows. Each returns nothing but, where the sample may end there, its exit code.</summary>
internal static class Print
{
    private const int Refused = 3;
    private const int Paused = 4;
    private const int WidthOfFiles = 200;

    private static readonly IAnsiConsole Screen = CreateScreen();

    /// <summary>A sentence.</summary>
    public static void Line(string text) => Console.WriteLine(text);

    /// <summary>What will be read, what that costs, and whether it fits.</summary>
    public static void Plan(ImportPlan plan)
    {
        var table = Table($"Plan: {plan.Selector}", "object", "records", "by", "calls", "at most");
        foreach (var step in plan.Steps)
        {
            string count = step.CountKind == CountKind.Exact ? Number(step.Count) : $"about {Number(step.Count)}";
            table.AddRow(step.Object, count, step.Transport.ToString(), Number(step.ExpectedCalls), Number(step.Ceiling));
        }

        Show(table.AddRow("all", Number(plan.Records), string.Empty, Number(plan.ExpectedCalls), Number(plan.Ceiling)));
        Line(plan.Budget.Fits
            ? $"It fits: at most {Number(plan.Budget.Ceiling)} API calls, and {Number(plan.Budget.Available ?? 0)} may be spent now. The rule of thumb says {Number(plan.Budget.RuleOfThumbCalls)}."
            : $"It does not fit: {Number(plan.Budget.Shortfall)} API calls are missing.");
        Lines(plan.Findings.Select(finding => finding.Message));
    }

    /// <summary>What can be done about a plan that does not fit.</summary>
    public static int Refusal(ImportPlan plan)
    {
        Lines(plan.Budget.Advice);
        return Refused;
    }

    /// <summary>What became of every record. The exit code is 0 for a run that completed.</summary>
    public static int Report(ImportReport report)
    {
        var table = Table($"Run {report.Run}: {report.State}", "object", "selected", "created", "updated", "unchanged", "collapsed", "skipped", "failed", "gone");
        foreach (var (name, tally) in report.Objects)
        {
            long[] numbers = [tally.Selected, tally.Created, tally.Updated, tally.Unchanged, tally.Collapsed, tally.Skipped, tally.Failed, tally.Gone];
            table.AddRow([name, .. numbers.Select(Number)]);
        }

        Show(table);
        Line($"{Number(report.Calls.Used)} API calls, {Number(report.Calls.Planning)} of them for the plan. List '{report.List.Name}' holds {Number(report.List.Count)} rows.");
        Lines(report.Notes);
        if (report.State != ImportState.Completed)
        {
            Console.Error.WriteLine($"Run {report.Run} is {report.State}: {report.Reason}");
        }

        return report.State == ImportState.Completed ? 0 : Paused;
    }

    public static void Rows(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var table = Table(title, [.. columns]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(value => Markup.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty))]);
        }

        Show(table);
    }

    private static Table Table(string title, params string[] columns)
    {
        Screen.WriteLine();
        Line(title);
        var table = new Table { Border = Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).NoWrap());
        }

        return table;
    }

    private static void Show(Table table) => Screen.Write(table);

    private static void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line($"- {line}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IAnsiConsole CreateScreen()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            screen.Profile.Width = WidthOfFiles;
        }

        return screen;
    }
}
