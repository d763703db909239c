using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlRandomisedTests : RandomisedConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => PostgreSqlStoreFixture.CreateAsync();
}
