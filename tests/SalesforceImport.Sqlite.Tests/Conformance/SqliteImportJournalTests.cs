using SalesforceImport.ConformanceTests;
using SalesforceImport.Sqlite.Tests.Support;

namespace SalesforceImport.Sqlite.Tests.Conformance;

public sealed class SqliteImportJournalTests : ImportJournalConformanceTests
{
    protected override Task<JournalFixture> CreateFixtureAsync() => Task.FromResult<JournalFixture>(new SqliteJournalFixture());
}
