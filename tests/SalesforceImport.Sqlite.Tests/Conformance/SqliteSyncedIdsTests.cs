using SalesforceImport.ConformanceTests;
using SalesforceImport.Sqlite.Tests.Support;

namespace SalesforceImport.Sqlite.Tests.Conformance;

public sealed class SqliteSyncedIdsTests : SyncedIdsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new SqliteStoreFixture());
}
