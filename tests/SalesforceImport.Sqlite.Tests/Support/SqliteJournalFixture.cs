using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>A journal file.</summary>
internal sealed class SqliteJournalFixture : JournalFixture
{
    private readonly TempFolder _folder = new();
    private readonly List<SqliteImportJournal> _journals = [];

    public override Task<ImportJournal> OpenAsync(CancellationToken cancellationToken = default)
    {
        var journal = new SqliteImportJournal(new() { ConnectionString = _folder.ConnectionString, Synchronous = SqliteSynchronous.Normal });
        _journals.Add(journal);
        return Task.FromResult<ImportJournal>(journal);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in _journals)
        {
            await journal.DisposeAsync();
        }

        _folder.Dispose();
    }
}
