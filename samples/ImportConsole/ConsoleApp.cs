namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Does the errand, and turns whatever comes of it into an exit code, a sentence and, where asked for, a line of JSON.</summary>
internal static class ConsoleApp
{
    public static async Task<int> RunAsync(ConsoleOptions options)
    {
        using var stop = new StopSignals();
        var screen = new Screen(options.Json);
        var conclusion = new Conclusion(options, screen, StorePlace.Of(options.Store));
        try
        {
            return await DoAsync(options, screen, conclusion, stop.Token);
        }
        catch (Exception exception)
        {
            return conclusion.Fail(exception);
        }
    }

    private static Task<int> DoAsync(ConsoleOptions options, Screen screen, Conclusion conclusion, CancellationToken cancellationToken) => options.Errand switch
    {
        Errand.History => new HistoryCommand(options, screen, conclusion.Store).RunAsync(cancellationToken),
        Errand.Usage => new UsageCommand(options, screen, conclusion.Store).RunAsync(cancellationToken),
        Errand.Why => new WhyCommand(options, screen, conclusion.Store).RunAsync(cancellationToken),
        Errand.Forget => new ForgetCommand(options, screen, conclusion.Store).RunAsync(cancellationToken),
        Errand.Undo or Errand.Redo => new UndoCommand(options, screen, conclusion).RunAsync(cancellationToken),
        Errand.Resume => new ResumeCommand(options, screen, conclusion).RunAsync(cancellationToken),
        _ => new ImportCommand(options, screen, conclusion).RunAsync(cancellationToken),
    };
}
