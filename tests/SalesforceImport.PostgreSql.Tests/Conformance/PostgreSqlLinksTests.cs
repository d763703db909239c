using SalesforceImport.ConformanceTests;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlLinksTests : LinksConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => PostgreSqlStoreFixture.CreateAsync();
}
