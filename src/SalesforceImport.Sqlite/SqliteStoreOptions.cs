namespace SalesforceImport.Sqlite;

/// <summary>Where the SQLite store and journal are, and how they are written.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// The connection string, as <c>Microsoft.Data.Sqlite</c> reads it: <c>Data Source=crm.db</c>. The file is made when it
    /// is missing. With <c>Mode=ReadOnly</c> nothing is made or written, and only what reads works: runs, history, lists and
    /// usage, also where the file or its folder cannot be written. Pooling is always off, so that no file is held after the store is disposed of.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>How long to wait for another process that is writing before giving up. 30 seconds by default; zero gives up at once.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When to wait for the disk. <see cref="SqliteSynchronous.Full"/> by default: a commit survives a power failure.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>The page cache of the connection that writes, in megabytes, 1 or more. 16 by default.</summary>
    public int CacheMegabytes { get; init; } = 16;
}
