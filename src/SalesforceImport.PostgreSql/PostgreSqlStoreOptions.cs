namespace SalesforceImport.PostgreSql;

/// <summary>Where the PostgreSQL store and journal are, and how they behave. One of the first two settings is needed, and only one.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// The database, as Npgsql reads it: <c>Host=db.example.com;Database=crm;Username=importer;Password=…</c>. The tables are
    /// in the first schema of its search path (<c>Search Path=…</c>).
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>The database as a data source of the host's, which stays the host's to dispose of. A run keeps one of its connections until it is closed.</summary>
    public NpgsqlDataSource? DataSource { get; init; }

    /// <summary>
    /// How long to wait for a row or table that another transaction has locked before giving up. 30 seconds by default;
    /// zero waits without end. The server sees to it (<c>lock_timeout</c>), in this store's transactions only.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
