using SalesforceImport.PostgreSql.Testing;

[assembly: AssemblyFixture(typeof(SharedServer))]
