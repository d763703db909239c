namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Shows the API calls of the last seven days, from the journal. The org is only asked who it is, which is no counted call.</summary>
internal sealed class UsageCommand(ConsoleOptions options, Screen screen, StoreFile store)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.StartAsync(options, store, cancellationToken);
        var usage = await session.Importer.Org.GetUsageOfLastSevenDaysAsync(cancellationToken);
        if (options.Json)
        {
            JsonView.Write(usage);
        }
        else
        {
            UsageView.Show(screen, usage);
        }

        return ExitCodes.Done;
    }
}
