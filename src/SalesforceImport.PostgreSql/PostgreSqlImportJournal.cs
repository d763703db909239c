using SalesforceImport.PostgreSql.Internal;

namespace SalesforceImport.PostgreSql;

/// <summary>
/// A journal in a PostgreSQL database, by default the store's own: tables <c>import_journal</c>, <c>api_calls</c> and
/// <c>api_usage</c>. The cap on calls holds across every process of every machine that shares the database.
/// </summary>
/// <remarks>
/// <para>Thread-safe. A call is reserved in a small transaction of its own, one at a time for each org. Calls and usage are
/// kept for eight days.</para>
/// <para>Every member throws <see cref="SalesforceImportException"/> where the database cannot be reached, read or written;
/// the message names the server, the database and what to do, and never the password.</para>
/// </remarks>
public sealed class PostgreSqlImportJournal : ImportJournal, IAsyncDisposable, IDisposable
{
    private readonly Database _database;

    /// <summary>Creates the journal. Nothing is opened before it is first used.</summary>
    /// <param name="options">Where the database is, and how the journal behaves.</param>
    /// <exception cref="SalesforceImportException">No database is named, or the connection string cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lock timeout is negative.</exception>
    public PostgreSqlImportJournal(PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = new(options);
    }

    /// <summary>Closes the journal's connections.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Closes the journal's connections.</summary>
    public void Dispose() => _database.Dispose();

    /// <inheritdoc />
    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) => _database.PrepareAsync(cancellationToken);

    /// <inheritdoc />
    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) =>
        _database.WriteAsync((session, token) => JournalTable.SaveAsync(session, run, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => JournalTable.NewestAsync(session, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        _database.WriteAsync((session, token) => CallTable.TryChargeAsync(session, charge, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => CallTable.CountSinceAsync(session, org, since, token), cancellationToken);

    /// <inheritdoc />
    protected override Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) =>
        _database.WriteAsync((session, token) => CallTable.MoveAsync(session, from, to, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => CallTable.CountOfRunAsync(session, run, token), cancellationToken);

    /// <inheritdoc />
    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) =>
        _database.WriteAsync((session, token) => UsageTable.AddAsync(session, sample, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(
        string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => UsageTable.ReadAsync(session, org, from, to, token), cancellationToken);
}
