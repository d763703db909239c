using SalesforceImport.ConformanceTests;

namespace SalesforceImport.CustomStore.Tests.Conformance;

public sealed class CrmSuiteCompletenessTests : StoreSuiteCompletenessTests
{
    /// <summary>The sample is a store: it keeps its journal in memory.</summary>
    protected override IReadOnlyCollection<Type> Omitted => [typeof(ImportJournalConformanceTests)];
}
