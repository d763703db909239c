using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private const int MostStatements = 400;

    // Waits inside SQLite cannot be cancelled, so that a long wait is made of short ones.
    private const int BusySliceMilliseconds = 100;

    private readonly SqliteConnection _connection;
    private readonly TimeSpan _busyTimeout;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordKind, LooseEmails> _loose = [];

    public Session(SqliteConnection connection, TimeSpan busyTimeout)
    {
        _connection = connection;
        _busyTimeout = busyTimeout;
        Handle = connection.Handle!;
        File = connection.DataSource;
        raw.sqlite3_extended_result_codes(Handle, 1);
        raw.sqlite3_busy_timeout(Handle, BusySliceMilliseconds);
    }

    public sqlite3 Handle { get; }

    /// <summary>The database's file, for messages.</summary>
    public string File { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public long LastInsertId => raw.sqlite3_last_insert_rowid(Handle);

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(Handle);

    /// <summary>The e-mails of a kind while a first import on this connection does without their index; else null.</summary>
    public LooseEmails? Loose(RecordKind kind) => _loose.GetValueOrDefault(kind);

    public void Keep(RecordKind kind, LooseEmails loose) => _loose[kind] = loose;

    public bool TakeLoose(RecordKind kind, [NotNullWhen(true)] out LooseEmails? loose) => _loose.Remove(kind, out loose);

    /// <summary>The statement for this text, prepared once.</summary>
    public Statement Get(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
            _statements.Add(sql, statement = new(this, handle));
        }

        return statement;
    }

    /// <summary>Runs statements that return nothing of interest, once.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>Runs a statement that another connection may hold up, waiting as long as the options say.</summary>
    public void ExecutePatiently(string sql, CancellationToken cancellationToken) =>
        Patiently(() => raw.sqlite3_exec(Handle, sql), cancellationToken);

    /// <summary>Carries the log over into the database and empties it; readers of an older view are waited for.</summary>
    public void CheckpointPatiently(CancellationToken cancellationToken) =>
        Patiently(() => raw.sqlite3_wal_checkpoint_v2(Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _), cancellationToken);

    public void BeginWrite(CancellationToken cancellationToken)
    {
        // SQLite begins such a transaction all the same, and refuses the first statement that writes.
        if (raw.sqlite3_db_readonly(Handle, "main") == 1)
        {
            throw SqliteFault.From(raw.SQLITE_READONLY, raw.sqlite3_errstr(raw.SQLITE_READONLY).utf8_to_string(), File);
        }

        ForgetExcessStatements();
        ExecutePatiently("BEGIN IMMEDIATE", cancellationToken);
    }

    public void BeginRead(CancellationToken cancellationToken)
    {
        ForgetExcessStatements();
        Execute("BEGIN");

        // The view begins with the first read; a process that recovers or closes the database can hold that one up.
        try
        {
            ExecutePatiently("SELECT 1 FROM sqlite_schema LIMIT 1", cancellationToken);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    public void Commit() => Execute("COMMIT");

    public void Rollback()
    {
        if (InTransaction)
        {
            // What made the transaction fail is what the caller should hear of, so a failing rollback stays silent.
            raw.sqlite3_exec(Handle, "ROLLBACK");
        }
    }

    public SalesforceImportException Fault(int resultCode) =>
        SqliteFault.From(resultCode, raw.sqlite3_errmsg(Handle).utf8_to_string(), File);

    public void Dispose()
    {
        CloseStatements();
        _connection.Dispose();
    }

    private void Patiently(Func<int> act, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int result = act();
            if ((result & 0xFF) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED) || Stopwatch.GetElapsedTime(started) >= _busyTimeout)
            {
                Check(result);
                return;
            }

            // SQLite returns at once, without waiting, where waiting could not help it out of a deadlock.
            cancellationToken.WaitHandle.WaitOne(millisecondsTimeout: 1);
        }
    }

    private void ForgetExcessStatements()
    {
        if (_statements.Count > MostStatements)
        {
            CloseStatements();
        }
    }

    private void CloseStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _statements.Clear();
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Fault(result);
        }
    }
}
