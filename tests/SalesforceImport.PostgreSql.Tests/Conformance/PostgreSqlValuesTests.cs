using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlValuesTests : ValuesConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => PostgreSqlStoreFixture.CreateAsync();
}
