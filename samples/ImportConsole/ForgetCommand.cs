using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Erases the row that a record feeds, and keeps it from coming back.</summary>
internal sealed class ForgetCommand(ConsoleOptions options, Screen screen, StorePlace store)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Yes && !screen.IsInteractive)
        {
            throw new UsageException("There is no terminal to ask at: give --yes to erase without asking.");
        }

        if (!store.Exists)
        {
            throw new UsageException(store.SaysNothingImported);
        }

        store.Check();
        await using var session = await ImportSession.WritingWithoutOrgAsync(options, store, screen, cancellationToken);
        var history = session.Importer.History;
        var explanation = await history.WhyAsync(options.Record, cancellationToken);
        if (explanation.RowId is null && !explanation.IsErased)
        {
            throw new UsageException(explanation.Sentences[0]);
        }

        if (explanation.IsErased)
        {
            screen.Line(explanation.Sentences[0]);
        }
        else
        {
            await EraseAsync(history, explanation, cancellationToken);
        }

        if (options.Json)
        {
            JsonView.Write(JsonExplanation.Of(await history.WhyAsync(options.Record, cancellationToken)));
        }

        return ExitCodes.Done;
    }

    private async Task EraseAsync(IImportHistory history, RecordExplanation explanation, CancellationToken cancellationToken)
    {
        WhyView.Show(screen, explanation);
        if (!options.Yes && !await AskAsync(explanation, cancellationToken))
        {
            throw new OperationCanceledException();
        }

        await history.ForgetAsync(options.Record, cancellationToken);
        screen.Line($"Erased: row {explanation.RowId} is gone from {store.Name}, with all that history held of it. Later imports skip {(explanation.Sources.Count == 1 ? "its record" : $"its {explanation.Sources.Count} records")}.");
    }

    private Task<bool> AskAsync(RecordExplanation explanation, CancellationToken cancellationToken) =>
        new ConfirmationPrompt(Markup.Escape($"Erase row {explanation.RowId} from {store.Name} for good?")) { DefaultValue = false }
            .ShowAsync(screen.Out, cancellationToken);
}
