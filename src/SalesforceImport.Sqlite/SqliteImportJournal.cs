using SalesforceImport.Sqlite.Internal;

namespace SalesforceImport.Sqlite;

/// <summary>
/// A journal in SQLite: the runs in a file that is by default the store's own, table <c>import_journal</c>; the calls in a
/// file beside it whose name ends in <c>.calls</c>, tables <c>api_calls</c> and <c>api_usage</c>. The cap on calls holds
/// across every process that shares the files.
/// </summary>
/// <remarks>
/// <para>Thread-safe. A call is reserved in a small transaction of its own. Calls and usage are kept for eight days.</para>
/// <para>Every member throws <see cref="SalesforceImportException"/> where the file cannot be opened, read or written; the
/// message names the file and what to do.</para>
/// </remarks>
public sealed class SqliteImportJournal : ImportJournal, IAsyncDisposable, IDisposable
{
    private readonly Database _runs;
    private readonly Database _ledger;

    /// <summary>Creates the journal. Nothing is opened before it is first used.</summary>
    /// <exception cref="SalesforceImportException">The connection string cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The busy timeout is negative, or the cache smaller than a megabyte.</exception>
    public SqliteImportJournal(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _runs = Database.Main(options);
        _ledger = Database.Ledger(options);
    }

    /// <summary>Closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        await _runs.DisposeAsync().ConfigureAwait(false);
        await _ledger.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _runs.Dispose();
        _ledger.Dispose();
    }

    /// <inheritdoc />
    protected override async Task PrepareCoreAsync(CancellationToken cancellationToken)
    {
        await _runs.ReadyAsync(cancellationToken).ConfigureAwait(false);
        if (!_ledger.Address.ReadOnly)
        {
            // Who only reads runs can do without the calls.
            await _ledger.ReadyAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) =>
        _runs.WriteAsync(
            session =>
            {
                JournalTable.Save(session, run);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _runs.ReadAsync<IReadOnlyList<JournalRun>>(session => JournalTable.Newest(session, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        _ledger.WriteAsync(session => CallTable.TryCharge(session, charge), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadLedgerAsync(session => CallTable.CountSince(session, org, since), none: 0, cancellationToken);

    /// <inheritdoc />
    protected override Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) =>
        _ledger.WriteAsync(
            session =>
            {
                CallTable.Move(session, from, to);
                UsageTable.Move(session, from, to);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) =>
        ReadLedgerAsync(session => CallTable.CountOfRun(session, run), none: 0, cancellationToken);

    /// <inheritdoc />
    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) =>
        _ledger.WriteAsync(
            session =>
            {
                UsageTable.Add(session, sample);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(
        string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadLedgerAsync<IReadOnlyList<UsageHour>>(session => UsageTable.Read(session, org, from, to), none: [], cancellationToken);

    /// <summary>A ledger that nobody has made yet, and that a reader must not make, holds no calls.</summary>
    private async Task<T> ReadLedgerAsync<T>(Func<Session, T> read, T none, CancellationToken cancellationToken)
    {
        try
        {
            return await _ledger.ReadAsync(read, cancellationToken).ConfigureAwait(false);
        }
        catch (SalesforceImportException) when (_ledger.Address is { ReadOnly: true, InMemory: false } && !File.Exists(_ledger.Address.DataSource))
        {
            return none;
        }
    }
}
