using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary><c>GET /</c>: how the org stands, for people.</summary>
internal static class StatusPage
{
    private const int MostCalls = 50;
    private const int MostCharacters = 160;

    public static Task AnswerAsync(OrgServices services, HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            throw new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{context.Request.Method}' not allowed. Allowed are HEAD,GET");
        }

        return Answers.TextAsync(context, 200, Answers.Html, Render(services));
    }

    private static string Render(OrgServices services)
    {
        var (used, limit) = (services.Allowance.Used, services.Allowance.Limit);
        var share = limit == 0 ? 100 : Math.Min(100, 100L * used / limit);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="5">
            <meta name="viewport" content="width=device-width">
            <title>Emulated org</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1c2733; background: #f6f8fa; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; background: #fff; } th, td { padding: .3rem .7rem; text-align: left; border-bottom: 1px solid #dde3ea; vertical-align: top; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.p { overflow-wrap: anywhere; }
            .bar { background: #dde3ea; height: .6rem; max-width: 30rem; } .bar div { background: #0b6; height: 100%; width: {{share}}%; } .bad { color: #b3261e; }
            </style>
            </head>
            <body>
            <h1>Emulated org {{services.Org.Id}}</h1>
            <p>{{services.BaseUrl}} · {{Encode(services.Org.Username)}} · {{services.Options.TimeProvider.GetUtcNow():yyyy-MM-dd HH:mm:ss}} UTC</p>
            <h2>API requests of the last 24 hours</h2>
            <p>{{used:N0}} of {{limit:N0}}</p>
            <div class="bar"><div></div></div>
            {{Faults(services)}}
            <h2>Objects</h2>
            <table><thead><tr><th>Object</th><th class="n">Records</th></tr></thead><tbody>{{Objects(services)}}</tbody></table>
            <h2>Recent requests</h2>
            <table><thead><tr><th class="n">#</th><th>Time</th><th>Request</th><th class="n">Status</th><th class="n">Cost</th></tr></thead><tbody>{{Calls(services)}}</tbody></table>
            </body>
            </html>
            """);
    }

    private static string Faults(OrgServices services)
    {
        var planned = services.Faults.ToList();
        var names = planned.Select(fault => Encode(fault.Name ?? fault.PathContains ?? "any request"));
        return planned.Count == 0 ? "" : $"<h2>Faults planned</h2><p>{string.Join(", ", names)}</p>";
    }

    private static string Objects(OrgServices services)
    {
        var rows = new StringBuilder();
        var snapshot = services.Org.Snapshot;
        foreach (var definition in snapshot.Schema.VisibleObjects)
        {
            // Archived records are among them: leaving them out would mean looking at each.
            var deleted = snapshot.State(definition).Overlay.Values.Count(row => row.IsDeleted);
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(definition.Name)}</td><td class=\"n\">{snapshot.End(definition) - deleted:N0}</td></tr>");
        }

        return rows.ToString();
    }

    private static string Calls(OrgServices services)
    {
        var rows = new StringBuilder();
        foreach (var call in services.Calls.Last(MostCalls))
        {
            var asked = Uri.UnescapeDataString((call.Path + call.Query).Replace('+', ' '));
            var shown = asked.Length <= MostCharacters ? asked : asked[..MostCharacters] + "…";
            rows.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"n\">{call.Sequence}</td><td>{call.Time:HH:mm:ss}</td><td class=\"p\">{Encode(call.Method)} {Encode(shown)}</td><td class=\"n{(call.Status is >= 200 and < 400 ? "" : " bad")}\">{call.Status}</td><td class=\"n\">{call.Cost}</td></tr>");
        }

        return rows.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
