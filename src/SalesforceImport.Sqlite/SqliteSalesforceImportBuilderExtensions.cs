using Microsoft.Extensions.Logging;
using SalesforceImport.DependencyInjection;
using SalesforceImport.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Imports into SQLite.</summary>
public static class SqliteSalesforceImportBuilderExtensions
{
    /// <summary>
    /// Imports into tables of an SQLite database, which it creates and evolves, and keeps the journal there.
    /// </summary>
    /// <param name="builder">The importer's registration.</param>
    /// <param name="connectionString">The database, such as <c>Data Source=crm.db</c>.</param>
    public static SalesforceImportBuilder UseSqlite(this SalesforceImportBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var options = new SqliteStoreOptions { ConnectionString = connectionString };
        return builder
            .UseStore(provider => new SqliteContactStore(options, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<SqliteContactStore>>()))
            .UseJournal(_ => new SqliteImportJournal(options));
    }
}
