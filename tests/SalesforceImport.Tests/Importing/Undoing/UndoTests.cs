using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing.Undoing;

/// <summary>Undo and redo as a host asks for them.</summary>
public sealed class UndoTests
{
    private static readonly Action<SalesforceImportOptions> AllOn = options => (options.AccountSync, options.OpportunitySync, options.TaskSync) = (true, true, true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undoing_everything_leaves_no_row_and_no_link_and_redoing_it_all_of_them_without_a_call()
    {
        await using var import = await StartAsync();
        var people = await import.ImportAsync(RecordSelector.LeadsAndContacts(), AllOn);
        var tasks = await import.ImportAsync(RecordSelector.TasksOfContacts(), AllOn);
        var opportunities = await import.ImportAsync(RecordSelector.OpportunitiesOfContacts(), AllOn);
        var before = await ContentAsync(import);
        int calls = import.Org.Calls.Counted;

        var undone = await import.UndoAsync(opportunities.Run!);
        await import.UndoAsync(tasks.Run!);
        await import.UndoAsync(people.Run!);

        undone.State.Should().Be(ImportState.Completed);
        undone.Undo!.Should().BeEquivalentTo(new UndoReport
        {
            Import = opportunities.Run!,
            Removed = opportunities.Objects["Opportunity"].Created,
            Links = opportunities.Objects["OpportunityContactRole"].Created,
        });
        (await ContentAsync(import)).Should().OnlyContain(count => count == 0);

        foreach (var report in new[] { people, tasks, opportunities })
        {
            (await import.RedoAsync(report.Run!)).Undo!.IsRedo.Should().BeTrue();
        }

        (await ContentAsync(import)).Should().Equal(before);
        import.Org.Calls.Counted.Should().Be(calls);
    }

    [Fact]
    public async Task A_link_that_a_newer_run_has_changed_stays_and_can_be_read_with_all_that_was_left()
    {
        await using var import = await StartAsync();
        await import.ImportAsync(RecordSelector.AllContacts(), AllOn);
        var first = await import.ImportAsync(RecordSelector.OpportunitiesOfContacts(), AllOn);
        foreach (var role in import.Org.Org.Rows("OpportunityContactRole"))
        {
            import.Org.Org.Update(role.Id, new Dictionary<string, object?> { ["Role"] = "Referee" });
        }

        await import.ImportAsync(RecordSelector.OpportunitiesOfContacts(), AllOn);

        var undone = await import.UndoAsync(first.Run!);

        var left = await import.AskAsync(history => history.ReadLeftAsync(undone.Run!, Cancel));
        long links = first.Objects["OpportunityContactRole"].Created;
        links.Should().BeGreaterThan(100, "there are more than examples");
        left.Count(one => one is { Link: LinkKind.OpportunityContact, Reason: UndoLeftReason.ChangedByNewerRun }).Should().Be((int)links);
        undone.Undo!.Left[UndoLeftReason.ChangedByNewerRun].Should().Be(left.Count);
        undone.Undo.Examples.Should().HaveCount(100).And.Equal(left.Take(100));
        (await import.AskAsync(history => history.ReadLeftAsync(first.Run!, Cancel))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_undone_or_redone_is_refused_with_the_reason()
    {
        await using var import = await StartAsync();
        string run = (await import.ImportAsync(RecordSelector.AllContacts())).Run!;

        await RefusedAsync(() => import.RedoAsync(run), $"Run '{run}' is not undone, so there is nothing to redo.");
        var undo = await import.UndoAsync(run);
        await RefusedAsync(() => import.UndoAsync(run), $"Run '{run}' was undone already, by run '{undo.Run}'.");
        await RefusedAsync(() => import.UndoAsync(undo.Run!), $"Run '{undo.Run}' is itself the undo of run '{run}': redo run '{run}' instead.");
        var redo = await import.RedoAsync(undo.Run!);
        await RefusedAsync(() => import.UndoAsync(redo.Run!), $"Run '{redo.Run}' redid run '{run}': undo run '{run}' instead.");
        var unknown = () => import.UndoAsync("unknown");
        await unknown.Should().ThrowAsync<UnknownRunException>();
        (await import.UndoAsync(run)).Undo!.Removed.Should().Be(undo.Undo!.Removed, "what was redone can be undone again");
    }

    [Fact]
    public async Task A_run_that_was_stopped_can_be_undone_and_then_no_longer_resumed_unless_it_is_redone()
    {
        await using var import = await StartAsync();
        var plan = await import.PlanAsync();
        string run = await import.RunUntilAsync(plan, 1_000);
        var stopped = await import.ContentAsync(plan);

        var undone = await import.UndoAsync(run);

        undone.Undo!.Removed.Should().Be(stopped.Count).And.BePositive();
        await RefusedAsync(() => import.ResumeAsync(run), $"Run '{run}' was undone by run '{undone.Run}' and cannot go on. Redo it first, or import anew.");
        await import.RedoAsync(run);
        (await import.ContentAsync(plan)).Should().Equal(stopped);
        (await import.ResumeAsync(run)).Objects["Contact"].Selected.Should().Be(2_500);
    }

    [Fact]
    public async Task An_undo_that_was_stopped_goes_on_when_it_is_resumed_or_asked_for_again()
    {
        await using var import = await StartAsync();
        var plan = await import.PlanAsync();
        string run = (await import.RunAsync(plan)).Run!;
        string undo = await StopAsync(import, run);

        await RefusedAsync(() => import.RedoAsync(run), $"Run '{run}' is being undone by run '{undo}', which was not finished. Resume that one first.");
        await RefusedAsync(() => import.UndoAsync(undo), $"Run '{undo}' is itself the undo of run '{run}': redo run '{run}' instead.");
        var done = await import.UndoAsync(run);

        done.Run.Should().Be(undo);
        (await import.ContentAsync(plan)).Should().BeEmpty();
        (await import.ResumeAsync(undo)).Should().BeEquivalentTo(done);
    }

    [Fact]
    public async Task History_and_why_tell_of_it()
    {
        await using var import = await StartAsync();
        string run = (await import.ImportAsync(RecordSelector.AllContacts())).Run!;
        var undo = await import.UndoAsync(run);

        var runs = await import.AskAsync(history => history.ListAsync(cancellationToken: Cancel));

        runs.Select(report => report.Run).Should().Equal(undo.Run, run);
        runs[0].Should().BeEquivalentTo(undo);
        runs[0].Selector.Should().Be($"Undo of run {run}: all contacts");
        runs[1].UndoneBy.Should().Be(undo.Run);
        (await import.WhyAsync(import.Org.Org.Rows("Contact").First().Id)).Should().Contain($"Run {run}: created the row. That was undone by run {undo.Run}.");
        await import.RedoAsync(run);
        (await import.AskAsync(history => history.ListAsync(cancellationToken: Cancel)))[^1].UndoneBy.Should().BeNull();
    }

    [Fact]
    public async Task What_was_undone_is_imported_again_by_changes_only()
    {
        await using var import = await StartAsync();
        var full = await import.ImportAsync(RecordSelector.AllContacts());
        import.Org.Org.Update(import.Org.Org.Rows("Contact").First().Id, new Dictionary<string, object?> { ["Title"] = "Changed" });
        import.Advance(TimeSpan.FromHours(1));
        var changes = await import.ImportChangesAsync(RecordSelector.AllContacts());
        changes.ChangesSince.Should().NotBeNull();
        var whole = await import.SyncedAsync("Contact");

        await import.UndoAsync(changes.Run!);
        (await import.ImportChangesAsync(RecordSelector.AllContacts())).Objects["Contact"].Updated.Should().Be(1, "the change was taken back, and is read again");
        await import.UndoAsync(full.Run!);
        var again = await import.ImportChangesAsync(RecordSelector.AllContacts());

        again.ChangesSince.Should().BeNull("what had been changed since stood on what is gone");
        (await import.SyncedAsync("Contact")).Should().Equal(whole);
    }

    [Fact]
    public async Task An_undo_has_a_report_to_look_at_like_any_run()
    {
        await using var import = await StartAsync();
        var undo = await import.UndoAsync((await import.ImportAsync(RecordSelector.AllContacts())).Run!);
        using var page = new MemoryStream();

        await import.AskAsync(async history =>
        {
            await history.WriteReportAsync(undo.Run!, page, Cancel);
            return true;
        });

        System.Text.Encoding.UTF8.GetString(page.ToArray()).Should().Contain(undo.Run).And.Contain("Undo of run");
        var problems = await import.AskAsync(history => history.ReadProblemsAsync(undo.Run!, Cancel).ToListAsync(Cancel).AsTask());
        problems.Should().BeEmpty();
    }

    private static async Task<string> StopAsync(EmulatedImport import, string run)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        string? undo = null;
        var progress = new StoppingProgress(told =>
        {
            undo = told.Run;
            if (told.Done > 0)
            {
                stop.Cancel();
            }
        });
        var undoing = () => import.AskAsync(history => history.UndoAsync(run, progress, stop.Token));
        await undoing.Should().ThrowAsync<OperationCanceledException>();
        return undo!;
    }

    private static async Task RefusedAsync(Func<Task> ask, string message) =>
        (await ask.Should().ThrowAsync<UndoRefusedException>()).WithMessage(message);

    private static async Task<IReadOnlyList<int>> ContentAsync(EmulatedImport import) =>
    [
        (await import.SyncedAsync("Contact")).Count,
        (await import.SyncedAsync("Lead")).Count,
        (await import.SyncedAsync("Task")).Count,
        (await import.SyncedAsync("Opportunity")).Count,
        (await import.LinksAsync(LinkKind.TaskContact)).Count,
        (await import.LinksAsync(LinkKind.OpportunityContact)).Count,
    ];

    private static Task<EmulatedImport> StartAsync() => EmulatedImport.StartAsync();

    private sealed class StoppingProgress(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
