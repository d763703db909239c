using SalesforceImport.Sqlite.Internal;

namespace SalesforceImport.Sqlite;

/// <summary>
/// A journal in an SQLite file, by default the store's own: tables <c>import_journal</c>, <c>api_calls</c> and
/// <c>api_usage</c>. The cap on calls holds across every process that shares the file.
/// </summary>
/// <remarks>
/// <para>Thread-safe. A call is reserved in a small transaction of its own. Calls and usage are kept for eight days.</para>
/// <para>Every member throws <see cref="SalesforceImportException"/> where the file cannot be opened, read or written; the
/// message names the file and what to do.</para>
/// </remarks>
public sealed class SqliteImportJournal : ImportJournal, IAsyncDisposable, IDisposable
{
    private readonly Database _database;

    /// <summary>Creates the journal. Nothing is opened before it is first used.</summary>
    /// <exception cref="SalesforceImportException">The connection string cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The busy timeout is negative, or the cache smaller than a megabyte.</exception>
    public SqliteImportJournal(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = new(options);
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Closes the file.</summary>
    public void Dispose() => _database.Dispose();

    /// <inheritdoc />
    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) =>
        _database.WriteAsync(static _ => true, cancellationToken);

    /// <inheritdoc />
    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            session =>
            {
                JournalTable.Save(session, run);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<JournalRun>>(session => JournalTable.Newest(session, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => CallTable.TryCharge(session, charge), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => CallTable.CountSince(session, org, since), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => CallTable.CountOfRun(session, run), cancellationToken);

    /// <inheritdoc />
    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            session =>
            {
                UsageTable.Add(session, sample);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(
        string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<UsageHour>>(session => UsageTable.Read(session, org, from, to), cancellationToken);
}
