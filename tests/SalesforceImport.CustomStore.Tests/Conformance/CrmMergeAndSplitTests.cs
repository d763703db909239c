using SalesforceImport.ConformanceTests;
using SalesforceImport.CustomStore.Tests.Support;

namespace SalesforceImport.CustomStore.Tests.Conformance;

public sealed class CrmMergeAndSplitTests : MergeAndSplitConformanceTests
{
    protected override Task<StoreFixture> CreateFixtureAsync() => Task.FromResult<StoreFixture>(new CrmStoreFixture());
}
