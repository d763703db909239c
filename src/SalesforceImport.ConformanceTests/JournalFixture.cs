namespace SalesforceImport.ConformanceTests;

/// <summary>One empty journal database, opened as several processes would. Every test gets a fixture of its own.</summary>
public abstract class JournalFixture : IAsyncDisposable
{
    /// <summary>
    /// A new instance over the fixture's database, as another process would open it. The suite prepares it. The fixture owns it.
    /// </summary>
    public abstract Task<ImportJournal> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Disposes of the instances and drops the database.</summary>
    public abstract ValueTask DisposeAsync();
}
