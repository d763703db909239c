using SalesforceImport.ConformanceTests;

namespace SalesforceImport.Sqlite.Tests.Conformance;

public sealed class SqliteSuiteCompletenessTests : StoreSuiteCompletenessTests;
