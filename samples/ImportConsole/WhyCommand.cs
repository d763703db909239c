namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Says why the database holds what it holds of a record, from the store alone.</summary>
internal sealed class WhyCommand(ConsoleOptions options, Screen screen, StorePlace store)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var explanation = new RecordExplanation { Record = options.Record, Sentences = [store.SaysNothingImported] };
        if (store.Exists)
        {
            await using var session = await ImportSession.WithoutOrgAsync(options, store, screen, cancellationToken);
            explanation = await session.Importer.History.WhyAsync(options.Record, cancellationToken);
        }

        WhyView.Show(screen, explanation);
        if (options.Json)
        {
            JsonView.Write(JsonExplanation.Of(explanation));
        }

        return ExitCodes.Done;
    }
}
