using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlImportJournalTests : ImportJournalConformanceTests
{
    protected override Task<JournalFixture> CreateFixtureAsync() => PostgreSqlJournalFixture.CreateAsync();
}
