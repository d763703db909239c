using System.Globalization;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A plan for people: what will be read, what it costs, whether that may be spent, and what to know before.</summary>
internal static class PlanView
{
    public static void Show(Screen screen, ImportPlan plan)
    {
        screen.Show(Steps(screen, plan));
        screen.Show(Budget(screen, plan));
        foreach (string line in plan.Findings.Select(finding => finding.Message).Concat(plan.Budget.Advice))
        {
            screen.Line($"- {SettingNames.WithOptions(line)}");
        }

        if (plan.Findings.Count + plan.Budget.Advice.Count > 0)
        {
            screen.Line();
        }
    }

    private static Table Steps(Screen screen, ImportPlan plan)
    {
        var table = screen.CreateTable($"Plan: {Title(plan)}").AddColumn("object");
        foreach (string name in new[] { "records", "without e-mail", "transport", "calls expected", "at most", "about", "or" })
        {
            table.AddColumn(name, column => column.Alignment = name is "transport" or "or" ? Justify.Left : Justify.Right);
        }

        foreach (var step in plan.Steps)
        {
            table.AddRow(
                Markup.Escape(ObjectOf(step)),
                Records(step),
                step.Kind == RecordKind.Contact && step.Links is null && step.Gone is null ? Format.Number(step.WithoutEmail) : string.Empty,
                Chosen(step) is { } way ? TransportNames.Of(way) : TransportNames.Of(step.Transport),
                Format.Number(step.ExpectedCalls),
                Format.Number(step.Ceiling),
                Time(step),
                Markup.Escape(Alternative(step)));
        }

        return table.AddRow("[bold]total[/]", Format.Number(plan.Records), string.Empty, string.Empty, Format.Number(plan.ExpectedCalls), Format.Number(plan.Ceiling), string.Empty, string.Empty);
    }

    private static string Title(ImportPlan plan) => plan.ChangesSince is { } since
        ? string.Create(CultureInfo.InvariantCulture, $"{plan.Selector}, changes since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
        : plan.Selector.ToString();

    private static string ObjectOf(ImportStep step) => step.Gone switch
    {
        RecordReason.Deleted => $"{step.Object}, deleted",
        not null => $"{step.Object}, no longer selected",
        _ => step.Object,
    };

    private static string Time(ImportStep step) =>
        Chosen(step) is { } cost ? Format.Duration(cost.Time) : string.Empty;

    private static TransportCost? Chosen(ImportStep step) =>
        step.Costs.FirstOrDefault(cost => cost.Transport == step.Transport && cost.Reading == step.Reading);

    /// <summary>What the other ways would cost, or that they are none.</summary>
    private static string Alternative(ImportStep step) => string.Join("; ", step.Costs
        .Where(cost => cost != Chosen(step))
        .Select(cost => cost.Forbidden is null
            ? $"{TransportNames.Of(cost)}: {Format.Count(cost.Calls, "call")}, {Format.Duration(cost.Time)}"
            : $"not {TransportNames.Of(cost)}"));

    private static Table Budget(Screen screen, ImportPlan plan)
    {
        var budget = plan.Budget;
        var table = screen.CreateTable("API budget").AddColumns("calls", "number");
        table.Columns[1].Alignment = Justify.Right;
        table.AddRow("made for this plan", Format.Number(plan.PlanningCalls));
        table.AddRow("the org's limit in 24 hours", Format.Number(budget.OrgUsage?.Limit));
        table.AddRow("of these left", Format.Number(budget.OrgUsage?.Remaining));
        table.AddRow("reserved for other integrations", Markup.Escape(Reserve(budget)));
        table.AddRow("our cap in 24 hours", Format.Number(budget.DailyCallCap, "none"));
        table.AddRow("our own calls in the last 24 hours", Format.Number(budget.OwnCalls));
        table.AddRow("may be spent now", Format.Number(budget.Available));
        if (plan.Bulk is { } bulk)
        {
            table.AddRow("Bulk jobs, of those left", $"{Format.Number(bulk.Jobs)} of {Format.Number(bulk.JobsLeft)}");
            table.AddRow("megabytes of Bulk results, of those left", $"about {Format.Number(bulk.Megabytes)} of {Format.Number(bulk.MegabytesLeft)}");
        }

        table.AddRow("by the rule of thumb, 3 for each record", $"{Format.Number(budget.RuleOfThumbCalls)} ({(budget.RuleOfThumbFits ? "would fit" : "would not fit")})");
        table.AddRow("[bold]this import, at most[/]", $"[bold]{Format.Number(budget.Ceiling)} ({(budget.Fits ? "fits" : $"does not fit, {Format.Number(budget.Shortfall)} missing")})[/]");
        return table;
    }

    private static string Records(ImportStep step) => step.CountKind switch
    {
        CountKind.Exact => Format.Number(step.Count),
        CountKind.UpperBound => $"at most {Format.Number(step.Count)}",
        _ => $"about {Format.Number(step.Count)}",
    };

    private static string Reserve(ApiBudgetVerdict budget) => budget.Reserve.IsPerCent && budget.OrgUsage is { } usage
        ? $"{Format.Number(budget.Reserve.CallsOf(usage.Limit))} ({budget.Reserve})"
        : budget.Reserve.ToString();
}
