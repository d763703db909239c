namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Turns what the server and the connection report into sentences that name the database and say what to do.</summary>
internal static class PostgreSqlFault
{
    public static SalesforceImportException From(NpgsqlException exception, DatabaseAddress address) => new(
        exception is PostgresException refused ? Describe(refused, address) : Describe(exception, address), exception);

    /// <summary>Whether the connection was lost, so that nobody knows whether the last statement, a commit perhaps, was carried out.</summary>
    public static bool IsLostConnection(Exception? exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        PostgresException => false,
        NpgsqlException => true,
        _ => false,
    };

    private static string Describe(NpgsqlException exception, DatabaseAddress address) => exception.InnerException is TimeoutException
        ? $"Waiting for {address} took too long ({exception.Message}). Check the server's load; Timeout and Command Timeout of the connection string say how long to wait."
        : $"The connection to {address} could not be made, or was lost ({Reason(exception)}). "
            + "Check that the server runs and that Host and Port are right, then resume the run: what was committed is kept.";

    private static string Reason(NpgsqlException exception) =>
        exception.InnerException is { } inner && inner.Message != exception.Message ? $"{exception.Message}: {inner.Message}" : exception.Message;

    private static string Describe(PostgresException exception, DatabaseAddress address)
    {
        string detail = exception.MessageText;
        return exception.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{Capital(address)} refused the user '{address.User}' ({detail}). Check Username and Password, and the server's pg_hba.conf.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"There is no {address.ToString()[4..]} ({detail}). Create it (CREATE DATABASE \"{address.Name}\"), or correct Database in the connection string.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"The user '{address.User}' may not do what the import needs in {address} ({detail}). "
                + $"Grant it: GRANT CREATE, USAGE ON SCHEMA … TO \"{address.User}\", and make it the owner of tables that are there already.",
            PostgresErrorCodes.InvalidSchemaName =>
                $"No schema of the search path is in {address} ({detail}). Create the schema, or correct Search Path in the connection string.",
            PostgresErrorCodes.TooManyConnections =>
                $"{Capital(address)} has no connection left ({detail}). Raise max_connections, or lower Maximum Pool Size of its users.",
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
                $"{Capital(address)} is starting up or shutting down ({detail}). Resume the run when it is back: what was committed is kept.",
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                $"{Capital(address)} is read-only: a standby, or default_transaction_read_only is on ({detail}). Connect to the primary (Target Session Attributes=primary).",
            PostgresErrorCodes.LockNotAvailable =>
                $"Another transaction holds a lock in {address} for longer than this store waits ({detail}). "
                + $"Let it end, or raise {nameof(PostgreSqlStoreOptions)}.{nameof(PostgreSqlStoreOptions.LockTimeout)}.",
            PostgresErrorCodes.DiskFull =>
                $"There is no room left for {address} ({detail}). Free disk space and resume the run: what was committed is kept.",
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
                $"A table or column of the import is gone from {address} ({detail}). Restart the host, which makes it again, and resume the run.",
            _ when exception.SqlState.StartsWith("23", StringComparison.Ordinal) =>
                $"{Capital(address)} refused a row ({detail}). Columns, constraints and triggers that the host adds must allow what is imported.",
            _ when exception.SqlState.StartsWith("22", StringComparison.Ordinal) =>
                $"{Capital(address)} refused a value{Column(exception)} ({detail}). Widen the column that the host declared, or map the property to another.",
            _ => $"{Capital(address)} reported an error ({exception.SqlState}: {detail}).",
        };
    }

    private static string Capital(DatabaseAddress address) => "The" + address.ToString()[3..];

    // The server says where it was as: COPY contacts, line 3, column email: "value". The value is nobody's business.
    private static string Column(PostgresException exception) =>
        exception.Where is { } where && where.IndexOf(", column ", StringComparison.Ordinal) is >= 0 and var at
            ? " of column " + where[(at + 9)..].Split(':', ',')[0]
            : string.Empty;
}
