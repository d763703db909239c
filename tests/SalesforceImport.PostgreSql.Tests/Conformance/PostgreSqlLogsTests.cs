using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlLogsTests : LogsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => PostgreSqlStoreFixture.CreateAsync();
}
