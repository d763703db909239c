namespace SalesforceImport.EndToEndTests.Library;

/// <summary>The databases that the library brings a store for.</summary>
public enum StoreKind
{
    Sqlite,
    PostgreSql,
}
