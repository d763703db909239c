namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Shows the runs so far, from the store alone.</summary>
internal sealed class HistoryCommand(ConsoleOptions options, Screen screen, StorePlace store)
{
    private const int RunsShown = 50;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ImportReport> runs = [];
        if (store.Exists)
        {
            await using var session = await ImportSession.WithoutOrgAsync(options, store, screen, cancellationToken);
            runs = await session.Importer.History.ListAsync(RunsShown, cancellationToken);
        }

        if (options.Json)
        {
            if (!store.Exists)
            {
                screen.Line(store.SaysNothingImported);
            }

            JsonView.Write(new JsonHistory([.. runs.Select(JsonRun.Of)]));
        }
        else
        {
            HistoryView.Show(screen, runs, store);
        }

        return ExitCodes.Done;
    }
}
