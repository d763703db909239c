using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlSourcesTests : SourcesConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => PostgreSqlStoreFixture.CreateAsync();
}
