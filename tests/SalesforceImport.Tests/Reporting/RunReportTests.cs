using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Reporting;

/// <summary>What a run tells of itself, against what the org knows.</summary>
public sealed class RunReportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_that_was_skipped_or_failed_is_told_however_many_there_are()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (3_000, 300));
        var report = await import.ImportAsync(RecordSelector.LeadsAndContacts());

        var problems = await import.AskAsync(async history => await history.ReadProblemsAsync(report.Run!, Cancel).ToListAsync(Cancel));

        string[] converted = [.. import.Org.Org.Rows("Lead").Where(lead => lead["IsConverted"] is true).Select(lead => lead.Id)];
        converted.Length.Should().BeGreaterThan(100, "a report by itself holds a hundred");
        problems.Select(problem => problem.Id.ToString()).Should().BeEquivalentTo(converted);
        problems.Should().OnlyContain(problem => problem.Object == "Lead" && problem.Outcome == RecordOutcome.Skipped && problem.Reason == RecordReason.Converted);
        problems.Count.Should().Be((int)report.Objects.Values.Sum(tally => tally.Skipped + tally.Failed));
    }

    [Fact]
    public async Task Failures_are_told_with_their_reason_and_without_the_value()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (0, 250));
        Action<SalesforceImportOptions> asNumber = options => options.ContactFields.Map("Account.Phone", "AccountNumber", type: PropertyType.Integer);
        var plan = await import.PlanAsync(asNumber);
        var report = await import.RunAsync(plan, asNumber);

        string json = await WriteAsync(import, report.Run!, (history, stream) => history.WriteProblemsAsync(report.Run!, stream, ProblemFormat.Json, Cancel));

        using var document = JsonDocument.Parse(json);
        var failed = document.RootElement.EnumerateArray().ToList();
        failed.Should().HaveCount((int)report.Objects["Contact"].Failed).And.HaveCountGreaterThan(100);
        failed.Should().OnlyContain(problem => problem.GetProperty("reason").GetString() == "ValueMismatch"
            && problem.GetProperty("detail").GetString()!.Contains("Account.Phone", StringComparison.Ordinal));
        json.Should().NotContainAny(import.Org.Org.Rows("Account").Select(account => account["Phone"]).OfType<string>());
    }

    [Fact]
    public async Task The_page_tells_the_accounting_the_changes_the_problems_and_the_calls()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (300, 300));
        await import.ImportAsync(RecordSelector.LeadsAndContacts());
        string[] moved = [.. import.Org.Org.Rows("Contact").Take(7).Select(contact => contact.Id)];
        foreach (string contact in moved)
        {
            import.Org.Org.Update(contact, ("Department", "Department 77"));
        }

        var report = await import.ImportAsync(RecordSelector.LeadsAndContacts());
        string page = await PageAsync(import, report.Run!);

        Cells(page, "Contact").Should().Equal(Numbers(report.Objects["Contact"]));
        Cells(page, "Lead").Should().Equal(Numbers(report.Objects["Lead"]));
        Cells(page, "Department").Should().Equal("7");
        page.Should().Contain("7 rows got other values");
        page.Should().MatchRegex($@"Lead: {report.Objects["Lead"].Skipped} skipped, because the lead was converted");
        Cells(page, "used, planning included").Should().Equal($"{report.Calls.Used}");
        Cells(page, "ceiling").Should().Equal($"{report.Calls.Ceiling}");
        Cells(page, "by the rule of thumb, three calls a record").Should().Equal($"{report.Budget.RuleOfThumbCalls:N0}");
        Regex.Count(page, "<rect class=\"ours\"").Should().Be(7);
        page.Should().Contain(report.List.Name);
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere_and_holds_no_value_of_a_record()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (50, 50));
        var report = await import.ImportAsync(RecordSelector.LeadsAndContacts());

        string page = await PageAsync(import, report.Run!);

        page.Should().NotContainAny("<script", "src=", "href=", "url(", "@import", "http:", "https:");
        page.Should().Contain("@media print");
        page.Should().NotContainAny(import.Org.Org.Rows("Contact").Concat(import.Org.Org.Rows("Lead"))
            .SelectMany(person => new[] { person["Email"], person["Phone"] }).OfType<string>());
        page.Should().NotContain(import.Org.ClientSecret);
    }

    [Fact]
    public async Task What_somebody_typed_is_shown_as_text_and_never_as_markup()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (0, 20));
        var report = await import.ImportAsync(RecordSelector.AllContacts(RecordCondition.Soql("LastName != '<script>alert(1)</script> &\"'")));

        string page = await PageAsync(import, report.Run!);

        page.Should().NotContain("<script").And.Contain("&lt;script&gt;alert(1)&lt;/script&gt; &amp;&quot;");
    }

    [Fact]
    public async Task A_run_that_the_store_does_not_know_is_not_reported_and_nothing_is_written()
    {
        await using var import = await EmulatedImport.StartAsync(options => (options.Leads, options.Contacts) = (0, 1));
        using var stream = new MemoryStream();
        foreach (var write in new Func<IImportHistory, Task>[]
        {
            history => history.WriteReportAsync("none", stream, Cancel),
            history => history.WriteProblemsAsync("none", stream, ProblemFormat.Csv, Cancel),
            history => history.WriteProblemsAsync("none", stream, ProblemFormat.Json, Cancel),
        })
        {
            var writing = () => import.AskAsync(async history =>
            {
                await write(history);
                return true;
            });
            await writing.Should().ThrowAsync<UnknownRunException>();
        }

        stream.Length.Should().Be(0);
    }

    private static Task<string> PageAsync(EmulatedImport import, string run) =>
        WriteAsync(import, run, (history, stream) => history.WriteReportAsync(run, stream, Cancel));

    private static Task<string> WriteAsync(EmulatedImport import, string run, Func<IImportHistory, Stream, Task> write) => import.AskAsync(async history =>
    {
        using var stream = new MemoryStream();
        await write(history, stream);
        run.Should().NotBeNullOrEmpty();
        return Encoding.UTF8.GetString(stream.ToArray());
    });

    /// <summary>The numbers behind the first cell of a row.</summary>
    private static IEnumerable<string> Cells(string page, string first)
    {
        string row = page[page.IndexOf($"<td>{first}</td>", StringComparison.Ordinal)..];
        return Regex.Matches(row[..row.IndexOf("</tr>", StringComparison.Ordinal)], "<td class=\"n\">(.*?)</td>").Select(cell => cell.Groups[1].Value);
    }

    private static IEnumerable<string> Numbers(ObjectTally tally) =>
        new[] { tally.Selected, tally.Created, tally.Updated, tally.Unchanged, tally.Collapsed, tally.Skipped, tally.Failed, tally.Gone }.Select(number => $"{number}");
}
