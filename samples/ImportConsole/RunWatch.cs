using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Watches a run: a progress bar at a terminal, a line now and then elsewhere.</summary>
internal sealed class RunWatch(Screen screen, Action<string> started) : IProgress<ImportProgress>
{
    private const int LinesPerRun = 10;

    private ProgressTask? _bar;
    private long _linesWritten;

    /// <summary>The run; null until it began.</summary>
    public string? Run { get; private set; }

    public async Task<int> ConcludeAsync(
        Func<IProgress<ImportProgress>, Task<ImportReport>> import, ISalesforceImporter importer, Conclusion conclusion)
    {
        try
        {
            return await conclusion.ReportAsync(await WatchAsync(import), importer);
        }
        catch (Exception exception) when (Run is not null || exception is ImportFailedException)
        {
            return await conclusion.StopAsync(exception, Run ?? ((ImportFailedException)exception).Run, importer);
        }
    }

    /// <inheritdoc />
    public void Report(ImportProgress value)
    {
        if (Run is null)
        {
            Run = value.Run;
            started(value.Run);
            screen.Line($"Run {value.Run} has begun.");
        }

        if (_bar is { } bar)
        {
            bar.MaxValue = Math.Max(1, Math.Max(value.Total, value.Done));
            bar.Value = value.Done;
            bar.Description = Markup.Escape(Text(value));
        }
        else if (value.Total > 0 && value.Done * LinesPerRun / value.Total > _linesWritten)
        {
            _linesWritten = value.Done * LinesPerRun / value.Total;
            screen.Line(Text(value));
        }
    }

    private static string Text(ImportProgress value) =>
        $"{value.Object}: {Format.Number(value.Done)} of {Format.Count(value.Total, "record")}{Calls(value)}{Rate(value)}";

    // An undo makes none, and says nothing of them.
    private static string Calls(ImportProgress value) => value.CallsUsed > 0 ? $", {Format.Count(value.CallsUsed, "API call")}" : string.Empty;

    private static string Rate(ImportProgress value) =>
        value.RecordsPerSecond >= 1 ? $", {Format.Number((long)value.RecordsPerSecond)} records a second" : string.Empty;

    private Task<ImportReport> WatchAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> import) => screen.IsTerminal
        ? screen.Out.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                _bar = context.AddTask("Starting");
                return import(this);
            })
        : import(this);
}
