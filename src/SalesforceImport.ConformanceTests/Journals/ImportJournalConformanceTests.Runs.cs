namespace SalesforceImport.ConformanceTests;

public abstract partial class ImportJournalConformanceTests
{
    /// <summary>Everything that people look a run up for comes back.</summary>
    [Fact]
    public virtual async Task A_run_is_read_as_it_was_saved()
    {
        var journal = await OpenJournalAsync();
        await journal.SaveRunAsync(Run("run-1", 0, RunState.Failed, "The org is unavailable.", "{\"calls\":7}"), Cancellation);
        var read = Assert.Single(await (await OpenJournalAsync()).ReadRunsAsync(10, Cancellation));
        Assert.Equal("run-1", read.Run);
        Assert.Equal("00D000000000001EAA", read.Org);
        Assert.Equal("all leads of run-1", read.Selector);
        Assert.Equal(RunState.Failed, read.State);
        Assert.Equal("The org is unavailable.", read.Reason);
        Assert.Equal(Sample.At(0), read.StartedAt);
        Assert.Equal(Sample.At(30), read.EndedAt);
        Assert.Equal("plan of run-1", read.Plan);
        Assert.Equal("{\"calls\":7}", read.Report);
    }

    /// <summary>What is not known yet stays so.</summary>
    [Fact]
    public virtual async Task A_run_that_has_not_ended_has_no_end_reason_or_report()
    {
        var journal = await OpenJournalAsync();
        await journal.SaveRunAsync(
            new() { Run = "run-1", Org = "org", Selector = "s", State = RunState.Running, StartedAt = Sample.At(0), Plan = "p" },
            Cancellation);
        var read = Assert.Single(await journal.ReadRunsAsync(10, Cancellation));
        Assert.Null(read.Reason);
        Assert.Null(read.EndedAt);
        Assert.Null(read.Report);
    }

    /// <summary>One entry per run, the last one saved.</summary>
    [Fact]
    public virtual async Task Saving_a_run_again_replaces_its_entry()
    {
        var journal = await OpenJournalAsync();
        await journal.SaveRunAsync(Run("run-1", 0, RunState.Paused, "Out of calls."), Cancellation);
        await journal.SaveRunAsync(Run("run-1", 0, RunState.Completed), Cancellation);
        var read = Assert.Single(await journal.ReadRunsAsync(10, Cancellation));
        Assert.Equal(RunState.Completed, read.State);
        Assert.Null(read.Reason);
    }

    /// <summary>The order is that of the starts, whatever the order of saving.</summary>
    [Fact]
    public virtual async Task Runs_are_read_newest_first_and_no_more_than_asked()
    {
        var journal = await OpenJournalAsync();
        foreach (int minute in (int[])[2, 0, 3, 1])
        {
            await journal.SaveRunAsync(Run($"run-{minute}", minute, RunState.Completed), Cancellation);
        }

        var read = await journal.ReadRunsAsync(3, Cancellation);
        Assert.Equal(["run-3", "run-2", "run-1"], read.Select(run => run.Run));
    }

    /// <summary>Several processes prepare the same journal, one of them late.</summary>
    [Fact]
    public virtual async Task Preparing_again_keeps_what_is_there()
    {
        var journal = await OpenJournalAsync();
        await journal.SaveRunAsync(Run("run-1", 0, RunState.Completed), Cancellation);
        await journal.PrepareAsync(Cancellation);
        await OpenJournalAsync();
        Assert.Single(await journal.ReadRunsAsync(10, Cancellation));
    }

    private static JournalRun Run(string run, int minute, RunState state, string? reason = null, string? report = null) => new()
    {
        Run = run,
        Org = Sample.Org.ToString(),
        Selector = $"all leads of {run}",
        State = state,
        Reason = reason,
        StartedAt = Sample.At(minute),
        EndedAt = Sample.At(minute + 30),
        Plan = $"plan of {run}",
        Report = report,
    };
}
