using System.Globalization;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Reporting;

/// <summary>API usage day by day: our calls, and the org's count where it was seen, as bars drawn in the page itself.</summary>
internal static class UsageChart
{
    private const int Width = 700;
    private const int Top = 24;
    private const int Floor = 190;
    private const int Height = 216;
    private const int BarWidth = 36;

    public static void Append(HtmlBuilder html, ApiUsageReport usage)
    {
        long most = Math.Max(1, usage.Days.Max(day => Math.Max(day.OwnCalls, day.OrgUsed ?? 0)));
        int step = Width / usage.Days.Count;
        html.Line($"<svg viewBox=\"0 0 {Width:D} {Height:D}\" role=\"img\" aria-label=\"API calls of the last seven days\">");
        html.Line($"<line class=\"axis\" x1=\"0\" y1=\"{Floor:D}\" x2=\"{Width:D}\" y2=\"{Floor:D}\" />");
        foreach (var (index, day) in usage.Days.Index())
        {
            int middle = (index * step) + (step / 2);
            Bar(html, "ours", middle - BarWidth - 2, day.OwnCalls, most, Shown(day.OwnCalls));
            Bar(html, "org", middle + 2, day.OrgUsed ?? 0, most, day.OrgUsed is { } used ? Shown(used) : "?");
            html.Line($"<text x=\"{middle:D}\" y=\"{Floor + 18:D}\" text-anchor=\"middle\">{day.Day:MMM d}</text>");
        }

        html.Line($"</svg>");
        html.Line($"<p><span class=\"key\" style=\"background: var(--ours)\"></span>our calls<span class=\"key\" style=\"background: var(--org)\"></span>all integrations, as the org counted in 24 hours (?: not seen on that day). Days in UTC; {usage.OwnCalls:N0} calls of ours in all.</p>");
    }

    private static void Bar(HtmlBuilder html, string kind, int left, long calls, long most, string label)
    {
        // What is there at all can be seen.
        int height = calls == 0 ? 0 : (int)Math.Max(2, calls * (decimal)(Floor - Top) / most);
        html.Line($"<rect class=\"{kind}\" x=\"{left:D}\" y=\"{Floor - height:D}\" width=\"{BarWidth:D}\" height=\"{height:D}\" />");
        html.Line($"<text x=\"{left + (BarWidth / 2):D}\" y=\"{Floor - height - 5:D}\" text-anchor=\"middle\">{label}</text>");
    }

    private static string Shown(long calls) => calls switch
    {
        < 100_000 => calls.ToString("N0", CultureInfo.InvariantCulture),
        < 10_000_000 => (calls / 1_000).ToString("N0", CultureInfo.InvariantCulture) + "k",
        _ => (calls / 1_000_000).ToString("N0", CultureInfo.InvariantCulture) + "M",
    };
}
