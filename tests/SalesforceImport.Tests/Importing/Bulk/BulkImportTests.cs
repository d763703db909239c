using SalesforceImport.Emulator;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Importing.Bulk;

/// <summary>A step read by a Bulk job, from its plan to its report, whatever the org does to it.</summary>
public sealed class BulkImportTests
{
    public static TheoryData<string> Mishaps => ["none", "cut", "cut unannounced", "cut early", "reset", "expired", "miscounted", "repeated page", "no locator", "unavailable", "job failed"];

    [Theory]
    [InlineData(ImportTransport.Rest)]
    [InlineData(ImportTransport.Bulk)]
    public async Task A_condition_may_run_over_several_lines(ImportTransport transport)
    {
        await using var import = await EmulatedImport.StartAsync();

        var report = await import.ImportAsync(
            RecordSelector.AllContacts(RecordCondition.Soql("Email = null\r\n\tAND\nLastName != null")), options => options.Transport = transport);

        report.Objects["Contact"].Selected.Should().Be(import.Org.Org.Rows("Contact").Count(contact => contact["Email"] is null)).And.BePositive();
    }

    [Fact]
    public async Task What_comes_by_bulk_is_what_comes_over_rest()
    {
        await using var import = await EmulatedImport.StartAsync();
        await using var other = await EmulatedImport.StartAsync();
        var selector = RecordSelector.LeadsAndContacts();
        var overRest = await other.PlanAsync(options => options.Transport = ImportTransport.Rest, selector);
        var byBulk = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk, selector);

        var expected = await other.RunAsync(overRest);
        var report = await import.RunAsync(byBulk);

        report.State.Should().Be(ImportState.Completed);
        report.Objects.Should().BeEquivalentTo(expected.Objects);
        var content = await import.ContentAsync(byBulk);
        var same = await other.ContentAsync(overRest);
        content.Except(same).Take(1).Should().BeEmpty();
        same.Except(content).Take(1).Should().BeEmpty();
    }

    [Fact]
    public async Task The_calls_of_a_job_are_counted_as_the_org_counts_them_and_the_job_is_deleted_last()
    {
        await using var import = await EmulatedImport.StartAsync();
        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);

        var report = await import.RunAsync(plan);

        report.Calls.Used.Should().Be(import.Org.Calls.Counted);
        report.Calls.Used.Should().BeLessThanOrEqualTo(report.Calls.Expected);
        report.Notes.Should().BeEmpty();
        import.BulkCalls[0].Should().StartWith("POST");
        import.BulkCalls[^1].Should().StartWith("DELETE");
        import.BulkCalls.Count(call => call.Contains("results?", StringComparison.Ordinal)).Should().Be(3);
    }

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task Whatever_happens_to_a_job_the_store_holds_every_record_once(string mishap)
    {
        await using var import = await EmulatedImport.StartAsync();
        if (Fault(mishap) is { } fault)
        {
            import.Org.Faults.Add(fault);
        }

        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);
        var report = await import.RunAsync(plan, options => options.CallCeiling = 100);

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Objects["Contact"].Created.Should().BePositive();
        (await import.ContentAsync(plan)).Should().HaveCount((int)report.Objects["Contact"].Created);
        report.Calls.Used.Should().Be(import.Org.Calls.Counted);
        await using var undisturbed = await EmulatedImport.StartAsync();
        var whole = await undisturbed.RunAsync(plan);
        report.Objects.Should().BeEquivalentTo(whole.Objects);
        (await import.ContentAsync(plan)).Should().Equal(await undisturbed.ContentAsync(plan));
    }

    [Fact]
    public async Task A_job_that_fails_twice_gives_way_to_rest_and_the_report_says_so()
    {
        await using var import = await EmulatedImport.StartAsync();
        import.Org.Faults.Add(new Fault { PathContains = "/jobs/query", CallNumber = 1, Times = null, Action = FaultAction.FailBulkJob() });

        var report = await import.ImportByBulkAsync();

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().HaveCount(2);
        report.Notes[0].Should().Contain("begun anew with another Bulk job").And.Contain("Retried more than 15 times");
        report.Notes[1].Should().Contain("read by REST instead of Bulk");
    }

    [Fact]
    public async Task A_job_that_somebody_aborts_ends_the_attempt_and_a_resume_begins_another()
    {
        await using var import = await EmulatedImport.StartAsync();
        import.Org.Faults.Add(new Fault { PathContains = "/jobs/query", Action = FaultAction.AbortBulkJob });

        var failure = (await ((Func<Task>)import.ImportByBulkAsync).Should().ThrowAsync<ImportFailedException>()).Which;
        var report = await import.ResumeAsync(failure.Run);

        failure.Message.Should().Contain("aborted by somebody").And.Contain("Resume");
        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        import.BulkCalls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task A_job_that_outlasts_the_polls_pauses_the_run_and_a_resume_takes_the_same_job()
    {
        await using var import = await EmulatedImport.StartAsync(options => options.Bulk.ProcessingTime = TimeSpan.FromHours(3));

        var paused = await import.ImportByBulkAsync();
        var pausedAgain = await import.ResumeAsync(paused.Run!);
        import.Advance(TimeSpan.FromHours(3));
        var done = await import.ResumeAsync(paused.Run!);

        paused.State.Should().Be(ImportState.Paused);
        paused.Reason.Should().Contain("still running after 15 polls");
        paused.ResumeAt.Should().NotBeNull();
        pausedAgain.State.Should().Be(ImportState.Paused);
        done.State.Should().Be(ImportState.Completed);
        done.Objects["Contact"].Selected.Should().Be(2_500);
        import.BulkCalls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_resumes_inside_the_job_and_asks_for_no_committed_page_again()
    {
        await using var import = await EmulatedImport.StartAsync(options => options.Bulk.PageSize = 400);
        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);
        string run = await import.RunUntilAsync(plan, records: 1_000);
        int before = import.BulkCalls.Count;

        var report = await import.ResumeAsync(run);

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().BeEmpty();
        import.BulkCalls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).Should().Be(1);
        import.BulkCalls.Skip(before).Count(call => call.Contains("results?", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(7 - (1_000 / 400));
        await using var undisturbed = await EmulatedImport.StartAsync();
        await undisturbed.RunAsync(plan);
        (await import.ContentAsync(plan)).Should().Equal(await undisturbed.ContentAsync(plan));
    }

    [Fact]
    public async Task A_job_that_expired_before_the_resume_is_begun_anew_and_what_was_created_counts_once()
    {
        await using var import = await EmulatedImport.StartAsync(options => options.Bulk.PageSize = 400);
        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);
        string run = await import.RunUntilAsync(plan, records: 1_000);
        import.Advance(TimeSpan.FromDays(8));

        var report = await import.ResumeAsync(run);

        report.State.Should().Be(ImportState.Completed);
        report.Notes.Should().ContainSingle().Which.Should().Contain("another Bulk job");
        await using var undisturbed = await EmulatedImport.StartAsync();
        var whole = await undisturbed.RunAsync(plan);
        report.Objects.Should().BeEquivalentTo(whole.Objects);
        (await import.ContentAsync(plan)).Should().Equal(await undisturbed.ContentAsync(plan));
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_makes_no_second_job()
    {
        await using var import = await EmulatedImport.StartAsync();
        import.Org.Faults.Add(new Fault { PathContains = "/jobs/query", Action = FaultAction.TruncateBody(10) });

        var report = await import.ImportByBulkAsync();

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().ContainSingle().Which.Should().Contain("was lost").And.Contain("read by REST instead of Bulk");
        import.BulkCalls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task Where_the_org_has_no_more_jobs_the_run_goes_on_over_rest()
    {
        await using var import = await EmulatedImport.StartAsync(options =>
        {
            options.Bulk.DailyQueryJobLimit = 0;
            options.LimitsPermission = false;
        });
        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);

        var report = await import.RunAsync(plan);

        plan.Bulk.Should().Be(new BulkBudget(1, null, 2, null));
        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().Contain(note => note.Contains("read by REST instead of Bulk") && note.Contains("LIMIT_EXCEEDED"));
    }

    [Fact]
    public async Task Where_the_plan_sees_that_there_are_no_more_jobs_it_chooses_rest_and_says_so()
    {
        await using var import = await EmulatedImport.StartAsync(options => options.Bulk.DailyQueryJobLimit = 0);

        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);

        plan.Steps.Should().ContainSingle().Which.Transport.Should().Be(ImportTransport.Rest);
        plan.Findings.Should().ContainSingle(finding => finding.Code == "BulkNotPossible").Which.Message.Should().Contain("0 Bulk query jobs");
    }

    [Fact]
    public async Task Out_of_its_ceiling_in_the_middle_it_pauses_and_resumes_inside_the_job()
    {
        await using var import = await EmulatedImport.StartAsync(options => options.Bulk.PageSize = 400);
        var plan = await import.PlanAsync(options => options.Transport = ImportTransport.Bulk);

        var paused = await import.RunAsync(plan with { Ceiling = plan.ExpectedCalls }, options => options.CallCeiling = 5);
        var done = await import.ResumeAsync(paused.Run!);

        paused.State.Should().Be(ImportState.Paused);
        paused.Objects["Contact"].Selected.Should().Be(1_200, "one call creates the job, one looks at it, three bring pages");
        done.State.Should().Be(ImportState.Completed);
        done.Objects["Contact"].Selected.Should().Be(2_500);
        import.BulkCalls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).Should().Be(1);
    }

    private static Fault? Fault(string mishap) => mishap switch
    {
        "cut" => OfPage(FaultAction.TruncateBody(60_000)),
        "cut unannounced" => OfPage(FaultAction.EndBody(60_000)),
        "cut early" => OfPage(FaultAction.EndBody(10)),
        "reset" => OfPage(FaultAction.ResetConnection),
        "expired" => OfPage(FaultAction.ExpireSession),
        "miscounted" => OfPage(FaultAction.MiscountBulkRows(1)),
        "repeated page" => OfPage(FaultAction.RepeatPage),
        "no locator" => OfPage(FaultAction.LoseBulkLocator),
        "unavailable" => OfPage(FaultAction.Respond(503, "<html>down</html>", "text/html")),
        "job failed" => new Fault { PathContains = "/jobs/query", Action = FaultAction.FailBulkJob() },
        _ => null,
    };

    private static Fault OfPage(FaultAction action) => new() { PathContains = "/results", CallNumber = 2, Action = action };
}
