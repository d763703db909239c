using Microsoft.Extensions.Logging;
using SalesforceImport.DependencyInjection;
using SalesforceImport.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Imports into PostgreSQL.</summary>
public static class PostgreSqlSalesforceImportBuilderExtensions
{
    /// <summary>
    /// Imports into tables of a PostgreSQL database, which it creates and evolves, and keeps the journal there: leases and
    /// the daily cap hold for every process of every machine that shares it.
    /// </summary>
    /// <param name="builder">The importer's registration.</param>
    /// <param name="connectionString">The database, such as <c>Host=db.example.com;Database=crm;Username=importer;Password=…</c>.</param>
    public static SalesforceImportBuilder UsePostgreSql(this SalesforceImportBuilder builder, string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.UsePostgreSql(new PostgreSqlStoreOptions { ConnectionString = connectionString });
    }

    /// <summary>Imports into PostgreSQL over a data source of the host's, which stays the host's to dispose of.</summary>
    /// <param name="builder">The importer's registration.</param>
    /// <param name="dataSource">The database.</param>
    public static SalesforceImportBuilder UsePostgreSql(this SalesforceImportBuilder builder, NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return builder.UsePostgreSql(new PostgreSqlStoreOptions { DataSource = dataSource });
    }

    /// <summary>Imports into PostgreSQL as the options say.</summary>
    /// <param name="builder">The importer's registration.</param>
    /// <param name="options">Where the database is, and how the store and the journal behave.</param>
    public static SalesforceImportBuilder UsePostgreSql(this SalesforceImportBuilder builder, PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder
            .UseStore(provider => new PostgreSqlContactStore(options, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<PostgreSqlContactStore>>()))
            .UseJournal(_ => new PostgreSqlImportJournal(options));
    }
}
