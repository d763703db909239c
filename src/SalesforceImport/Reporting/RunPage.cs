namespace SalesforceImport.Reporting;

/// <summary>The report of a run as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.</summary>
internal static class RunPage
{
    public static string Render(RunDocument document)
    {
        var report = document.Report;
        var html = new HtmlBuilder();
        html.Line($"<!DOCTYPE html>").Line($"<html lang=\"en\">").Line($"<head>").Line($"<meta charset=\"utf-8\">");
        html.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        html.Line($"<title>Import {report.Run}: {report.Selector}</title>");
        html.Line($"<style>").Verbatim(PageStyle.Css).Line($"</style>").Line($"</head>").Line($"<body>");
        AppendHead(html, document);
        AppendAccounting(html, report);
        AppendChanges(html, document.Changes);
        AppendProblems(html, document.Problems);
        CallSection.Append(html, report, document.Usage);
        html.Line($"<footer>Written {document.WrittenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.</footer>");
        return html.Line($"</body>").Line($"</html>").ToString();
    }

    private static void AppendHead(HtmlBuilder html, RunDocument document)
    {
        var report = document.Report;
        html.Line($"<h1>Import from Salesforce: {report.Selector}</h1>");
        html.Line($"<p><span class=\"state {report.State}\">{report.State}</span> {report.Reason}</p>");
        html.Line($"<dl>");
        Entry(html, "Run", report.Run);
        Entry(html, "Org", document.OrgId);
        if (report.ChangesSince is { } since)
        {
            Entry(html, "Changes since", Time(since));
        }

        Entry(html, "Started", Time(report.StartedAt));
        Entry(html, "Ended", report.EndedAt is { } ended ? Time(ended) : "not yet");
        if (report.ResumeAt is { } resume)
        {
            Entry(html, "Can go on", Time(resume));
        }

        Entry(html, "Database", report.Store);
        html.Line($"<dt>List</dt><dd>{report.List.Name}: {report.List.Count:N0} rows</dd>");
        html.Line($"</dl>");
        if (report.Notes.Count > 0)
        {
            html.Line($"<h2>Notes</h2>").Line($"<ul>");
            foreach (string note in report.Notes)
            {
                html.Line($"<li>{note}</li>");
            }

            html.Line($"</ul>");
        }
    }

    private static void AppendAccounting(HtmlBuilder html, ImportReport report)
    {
        html.Line($"<h2>What came in</h2>");
        html.BeginTable(["object", "selected", "created", "updated", "unchanged", "collapsed", "skipped", "failed", "gone"]);
        foreach (var (name, tally) in report.Objects)
        {
            html.Row(name, tally.Selected, tally.Created, tally.Updated, tally.Unchanged, tally.Collapsed, tally.Skipped, tally.Failed, tally.Gone);
        }

        html.EndTable();
        html.Line($"<p>Every record that the org returned is in exactly one of the columns from <em>created</em> to <em>failed</em>. <em>Gone</em> are records of the database that the org no longer has, or that are no longer selected.</p>");
    }

    private static void AppendChanges(HtmlBuilder html, IReadOnlyList<KindChanges> changes)
    {
        html.Line($"<h2>What changed in rows that were there before</h2>");
        if (changes.Count == 0)
        {
            html.Line($"<p>Nothing.</p>");
        }

        foreach (var kind in changes)
        {
            html.Line($"<h3>{kind.Kind}</h3>");
            html.Line($"<p>{kind.Changed:N0} rows got other values, {kind.Merged:N0} were merged into others, {kind.Removed:N0} were removed, {kind.Restored:N0} were put back.</p>");
            if (kind.Properties.Count > 0)
            {
                html.BeginTable(["property", "rows"]);
                foreach (var property in kind.Properties)
                {
                    html.Row(property.Property, property.Rows);
                }

                html.EndTable();
            }
        }
    }

    private static void AppendProblems(HtmlBuilder html, IReadOnlyList<ProblemGroup> problems)
    {
        html.Line($"<h2>Skipped and failed</h2>");
        if (problems.Count == 0)
        {
            html.Line($"<p>None.</p>");
        }

        foreach (var group in problems)
        {
            html.Line($"<h3>{group.Object}: {group.Count:N0} {OutcomeText.Of(group.Outcome, group.Reason)}</h3>");
            html.BeginTable(["record", "detail"], texts: 2);
            foreach (var problem in group.First)
            {
                html.Row(problem.Id, problem.Detail);
            }

            html.EndTable();
            if (group.Count > group.First.Count)
            {
                html.Line($"<p>… and {group.Count - group.First.Count:N0} more.</p>");
            }
        }
    }

    private static void Entry(HtmlBuilder html, string name, object? value) => html.Line($"<dt>{name}</dt><dd>{value}</dd>");

    private static string Time(DateTimeOffset time) => FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
