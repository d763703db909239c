using SalesforceImport.ConformanceTests;

namespace SalesforceImport.Tests.Stores.Conformance;

public sealed class InMemorySuiteCompletenessTests : StoreSuiteCompletenessTests;

public sealed class InMemoryRunsTests : RunsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryLeasesTests : LeasesConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryEmptyKindsTests : EmptyKindsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryApplyingTests : ApplyingConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryConflictsTests : ConflictsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryFindingTests : FindingConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemorySourcesTests : SourcesConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemorySyncedIdsTests : SyncedIdsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryMergeAndSplitTests : MergeAndSplitConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryHistoryTests : HistoryConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryListsTests : ListsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryLogsTests : LogsConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryForgettingTests : ForgettingConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemorySchemaEvolutionTests : SchemaEvolutionConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryValuesTests : ValuesConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryConcurrencyTests : ConcurrencyConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryJournalTests : ImportJournalConformanceTests
{
    protected override Task<JournalFixture> CreateFixtureAsync() => Task.FromResult<JournalFixture>(new InMemoryJournalFixture());
}

public sealed class InMemoryRandomisedTests : RandomisedConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryLinksTests : LinksConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}

public sealed class InMemoryUndoingTests : UndoingConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new InMemoryStoreFixture());
}
