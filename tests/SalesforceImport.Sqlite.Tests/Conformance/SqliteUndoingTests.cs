using SalesforceImport.ConformanceTests;
using SalesforceImport.Sqlite.Tests.Support;

namespace SalesforceImport.Sqlite.Tests.Conformance;

public sealed class SqliteUndoingTests : UndoingConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new SqliteStoreFixture());
}
