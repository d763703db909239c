using SalesforceImport.Budgeting;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Shows the API calls of the last seven days, from the journal. The org is only asked who it is, which is no counted call.</summary>
internal sealed class UsageCommand(ConsoleOptions options, Screen screen, StorePlace store)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var usage = await ReadAsync(cancellationToken);
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

    private async Task<ApiUsageReport> ReadAsync(CancellationToken cancellationToken)
    {
        if (!store.Exists)
        {
            screen.Line(store.SaysNothingImported);
            return ApiUsageReport.Create([], TimeProvider.System.GetUtcNow());
        }

        await using var session = await ImportSession.StartReadingAsync(options, store, screen, cancellationToken);
        return await session.Importer.Org.GetUsageOfLastSevenDaysAsync(cancellationToken);
    }
}
