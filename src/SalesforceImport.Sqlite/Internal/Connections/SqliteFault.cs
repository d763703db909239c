using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Turns SQLite's result codes into sentences that name the file and say what to do.</summary>
internal static class SqliteFault
{
    public static SalesforceImportException From(int resultCode, string? detail, string file) =>
        From(new SqliteException($"SQLite error {resultCode}: {detail}", resultCode & 0xFF, resultCode), detail, file);

    public static SalesforceImportException From(SqliteException exception, string file) =>
        From(exception, exception.Message, file);

    private static SalesforceImportException From(SqliteException exception, string? detail, string file) =>
        new(Describe(exception.SqliteErrorCode, detail, file), exception);

    private static string Describe(int code, string? detail, string file) => code switch
    {
        raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            $"The SQLite database '{file}' cannot be written: the file, its folder or the connection string makes it read-only ({detail}). "
            + "Give this process write permission to the file and to its folder, and open it with Mode=ReadWriteCreate.",
        raw.SQLITE_CANTOPEN =>
            $"The SQLite database '{file}' cannot be opened or created ({detail}). "
            + "Check that its folder exists and that this process may create files in it.",
        raw.SQLITE_NOTADB =>
            $"'{file}' is not an SQLite database, or it is encrypted ({detail}). Check the Data Source of the connection string.",
        raw.SQLITE_CORRUPT =>
            $"The SQLite database '{file}' is damaged ({detail}). Restore it from a backup, or save what can be saved with the sqlite3 shell's .recover command.",
        raw.SQLITE_FULL =>
            $"There is no room left for the SQLite database '{file}' ({detail}). Free disk space and resume the run: what was committed is kept.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"The SQLite database '{file}' is locked: another connection has been writing for longer than this store waits ({detail}). "
            + $"Let the other writer end its transaction, or raise {nameof(SqliteStoreOptions)}.{nameof(SqliteStoreOptions.BusyTimeout)}.",
        raw.SQLITE_IOERR =>
            $"Reading or writing the SQLite database '{file}' failed ({detail}). Check the disk, then resume the run: what was committed is kept.",
        raw.SQLITE_CONSTRAINT =>
            $"The SQLite database '{file}' refused a row ({detail}). Columns, constraints and triggers that the host adds must allow what is imported.",
        raw.SQLITE_TOOBIG =>
            $"A value is longer than the SQLite database '{file}' can hold ({detail}).",
        _ => $"The SQLite database '{file}' reported an error ({detail}).",
    };
}
