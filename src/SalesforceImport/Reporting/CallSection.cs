using System.Globalization;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Reporting;

/// <summary>What the run cost in API calls, what it might have cost, and what the org has to give.</summary>
internal static class CallSection
{
    public static void Append(HtmlBuilder html, ImportReport report, ApiUsageReport usage)
    {
        html.Line($"<h2>API calls</h2>");
        html.BeginTable(["", "calls"]);
        html.Row("used, planning included", report.Calls.Used);
        html.Row("of these for planning", report.Calls.Planning);
        html.Row("expected", report.Calls.Expected);
        html.Row("ceiling", report.Calls.Ceiling);
        html.Row("by the rule of thumb, three calls a record", report.Budget.RuleOfThumbCalls);
        html.EndTable();
        html.Line($"<dl>");
        html.Line($"<dt>Our own cap</dt><dd>{(report.Budget.DailyCallCap is { } cap ? FormattableString.Invariant($"{cap:N0} calls in 24 hours") : "none")}</dd>");
        html.Line($"<dt>Left to others</dt><dd>{report.Budget.Reserve}</dd>");
        html.Line($"<dt>The org when it was planned</dt><dd>{(report.Budget.OrgUsage is { } org ? FormattableString.Invariant($"{org.Used:N0} of {org.Limit:N0} calls used in 24 hours") : "did not say")}</dd>");
        html.Line($"</dl>");
        html.Line($"<h2>API calls of the last seven days</h2>");
        UsageChart.Append(html, usage);
        html.BeginTable(["day (UTC)", "our calls", "all, as the org counted", "the org's limit"]);
        foreach (var day in usage.Days)
        {
            html.Row(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.OwnCalls, day.OrgUsed, day.OrgLimit);
        }

        html.EndTable();
    }
}
