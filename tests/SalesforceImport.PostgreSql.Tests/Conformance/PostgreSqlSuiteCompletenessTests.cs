using SalesforceImport.ConformanceTests;

namespace SalesforceImport.PostgreSql.Tests.Conformance;

public sealed class PostgreSqlSuiteCompletenessTests : StoreSuiteCompletenessTests;
