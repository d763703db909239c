using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance;

/// <summary>A fixture over one in-memory database; where a test asks for it, each instance goes through a wrapper.</summary>
internal sealed class InMemoryJournalFixture : JournalFixture
{
    private static readonly AsyncLocal<Func<ImportJournal, ImportJournal>?> Wrapping = new();

    private readonly InMemoryDatabase _database = new();

    public static void WrapEach(Func<ImportJournal, ImportJournal> wrap) => Wrapping.Value = wrap;

    public override Task<ImportJournal> OpenAsync(CancellationToken cancellationToken = default)
    {
        var journal = new InMemoryImportJournal(_database);
        return Task.FromResult(Wrapping.Value?.Invoke(journal) ?? journal);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
