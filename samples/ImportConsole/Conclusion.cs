namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The end of an import: the report for people, the line for scripts, the exit code for the shell.</summary>
internal sealed class Conclusion(ConsoleOptions options, Screen screen, StorePlace store)
{
    private const int RunsLookedAt = 1_000;

    public StorePlace Store => store;

    /// <summary>The importer at work, who knows what was sent even where nothing came of it; null before there is one.</summary>
    public ISalesforceImporter? Importer { get; set; }

    public async Task<int> ReportAsync(ImportReport report, ISalesforceImporter importer)
    {
        ReportView.Show(screen, report, store);
        bool written = await WriteFilesAsync(report.Run, importer);
        if (report.State != ImportState.Completed)
        {
            screen.Error(Sentence(report));
        }

        Json(report.Run, report.State, report);
        return report.State == ImportState.Completed && !written ? ExitCodes.Failed : ExitCodes.Of(report.State);
    }

    /// <summary>An import that ended before there was a run, or something else than an import.</summary>
    public int Fail(Exception exception)
    {
        var ending = Ending.Of(exception, options);
        screen.ShowCursor();
        screen.Error(ending.Sentence);
        if (ending.State is { } state && options.Errand is Errand.Import or Errand.Plan or Errand.Preview or Errand.Resume or Errand.Undo or Errand.Redo)
        {
            Json(null, state, null);
        }

        return ending.ExitCode;
    }

    /// <summary>A run that stopped: the store knows how it stands.</summary>
    public async Task<int> StopAsync(Exception exception, string run, ISalesforceImporter importer)
    {
        var ending = Ending.Of(exception);
        var state = ending.State ?? ImportState.Failed;
        var report = await FindAsync(run, importer);
        if (report is not null)
        {
            ReportView.Show(screen, report, store);
            await WriteFilesAsync(run, importer);
        }

        screen.Error(state == ImportState.Cancelled
            ? $"Cancelled. Run {run} keeps what it has done. {HowToResume(run)}"
            : $"Run {run} failed: {ending.Sentence} What it has done stays. {HowToResume(run)}");
        Json(run, state, report);
        return ExitCodes.Of(state);
    }

    /// <summary>The report of a run, from the store alone; null when it knows no such run.</summary>
    public static async Task<ImportReport?> FindAsync(string run, ISalesforceImporter importer)
    {
        var runs = await importer.History.ListAsync(RunsLookedAt);
        return runs.FirstOrDefault(report => report.Run == run);
    }

    /// <summary>False when a file that was asked for could not be written.</summary>
    private async Task<bool> WriteFilesAsync(string? run, ISalesforceImporter importer)
    {
        if (run is null)
        {
            return true;
        }

        try
        {
            await options.Files.WriteAsync(run, importer.History, screen);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SalesforceImportException)
        {
            screen.Error($"The report of run {run} could not be written: {exception.Message} The run is not touched by that: --resume {run} --report writes it again.");
            return false;
        }
    }

    private string Sentence(ImportReport report) => report.State switch
    {
        ImportState.Refused => $"Refused: {report.Reason}",
        ImportState.Paused => $"Run {report.Run} is paused: {report.Reason} {WhenToResume(report.ResumeAt)} {HowToResume(report.Run!)}",
        _ => $"Run {report.Run} is {report.State.ToString().ToLowerInvariant()}: {report.Reason} {HowToResume(report.Run!)}",
    };

    private static string WhenToResume(DateTimeOffset? at) => at is { } time && time > TimeProvider.System.GetUtcNow()
        ? $"It can go on at {Format.Time(time)}."
        : "It can go on at once.";

    private string HowToResume(string run) => $"Go on with: {ResumeCommandLine.For(run, options)}";

    private void Json(string? run, ImportState state, ImportReport? report)
    {
        if (options.Json)
        {
            JsonView.Write(JsonImport.Of(run, state, report, Importer?.Org.CallsSent ?? 0, store));
        }
    }
}
