using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Opens connections and sets them up.</summary>
internal sealed class SessionOpener(DatabaseAddress address, SqliteStoreOptions options, BookkeepingSchema schema)
{
    // Larger pages make wide rows and their indexes shallower. Only a database that is made now takes the size.
    private const int PageSize = 8192;

    // The log is carried over into the database when it has grown to 32 MB: rarer means fewer writes of pages that are
    // changed again and again, such as those of the e-mail index.
    private const int CheckpointPages = 4096;

    private const int TemporaryCacheKilobytes = 8 * 1024;

    static SessionOpener() => Batteries_V2.Init();

    public Session OpenWriter(CancellationToken cancellationToken)
    {
        var session = Open();
        try
        {
            session.Execute($"PRAGMA page_size = {PageSize}");
            session.ExecutePatiently("PRAGMA journal_mode = WAL", cancellationToken);
            session.Execute($"PRAGMA synchronous = {(options.Synchronous == SqliteSynchronous.Full ? "FULL" : "NORMAL")}");
            session.Execute($"PRAGMA wal_autocheckpoint = {CheckpointPages}");
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = {options.CacheMegabytes * -1024}"));

            // Temporary tables grow with a first import, so that what exceeds their cache goes to a file.
            session.Execute("PRAGMA temp_store = FILE");
            session.Execute($"PRAGMA temp.cache_size = {TemporaryCacheKilobytes * -1}");

            // At all times, not only while a row is erased: what an update or a split of a page has left behind could not be
            // found again by then.
            session.Execute("PRAGMA secure_delete = ON");
            schema.Ensure(session, cancellationToken);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Session OpenReader(CancellationToken cancellationToken) => address.ReadOnly ? OpenReadOnly(cancellationToken) : Open();

    private Session OpenReadOnly(CancellationToken cancellationToken)
    {
        try
        {
            return OpenChecked(address.ConnectionString, cancellationToken);
        }
        catch (SalesforceImportException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } && IsAtRest)
        {
            // Even to read it, SQLite wants to make a file beside a database that was left in WAL mode. Where it cannot,
            // and no log is left behind, nobody is writing either: what is in the file is all there is.
            return OpenChecked(
                new SqliteConnectionStringBuilder(address.ConnectionString) { DataSource = $"{new Uri(Path.GetFullPath(address.DataSource)).AbsoluteUri}?immutable=1" }.ToString(),
                cancellationToken);
        }
    }

    private bool IsAtRest =>
        !address.InMemory && File.Exists(address.DataSource) && new FileInfo(address.DataSource + "-wal") is { Exists: false } or { Length: 0 };

    private Session OpenChecked(string connectionString, CancellationToken cancellationToken)
    {
        var session = Open(connectionString);
        try
        {
            schema.Check(session, cancellationToken);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private Session Open() => Open(address.ConnectionString);

    private Session Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            return new(connection, options.BusyTimeout);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
