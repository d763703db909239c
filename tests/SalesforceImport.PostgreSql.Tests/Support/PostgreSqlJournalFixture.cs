using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Testing;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>A schema with a journal.</summary>
internal sealed class PostgreSqlJournalFixture : JournalFixture
{
    private readonly TestSchema _schema;
    private readonly List<PostgreSqlImportJournal> _journals = [];

    private PostgreSqlJournalFixture(TestSchema schema) => _schema = schema;

    public static async Task<JournalFixture> CreateAsync() => new PostgreSqlJournalFixture(await SharedServer.CreateSchemaAsync());

    public override Task<ImportJournal> OpenAsync(CancellationToken cancellationToken = default)
    {
        var journal = new PostgreSqlImportJournal(new() { ConnectionString = _schema.ConnectionString });
        _journals.Add(journal);
        return Task.FromResult<ImportJournal>(journal);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in _journals)
        {
            await journal.DisposeAsync();
        }

        await _schema.DisposeAsync();
    }
}
