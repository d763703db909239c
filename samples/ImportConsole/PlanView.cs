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
        var table = screen.CreateTable($"Plan: {plan.Selector}").AddColumn("object");
        foreach (string name in new[] { "records", "without e-mail", "transport", "calls expected", "at most" })
        {
            table.AddColumn(name, column => column.Alignment = name == "transport" ? Justify.Left : Justify.Right);
        }

        foreach (var step in plan.Steps)
        {
            table.AddRow(
                Markup.Escape(step.Object),
                Records(step),
                Format.Number(step.WithoutEmail),
                step.Transport == ImportTransport.Rest ? "REST" : Markup.Escape(step.Transport.ToString()),
                Format.Number(step.ExpectedCalls),
                Format.Number(step.Ceiling));
        }

        return table.AddRow("[bold]total[/]", Format.Number(plan.Records), string.Empty, string.Empty, Format.Number(plan.ExpectedCalls), Format.Number(plan.Ceiling));
    }

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
