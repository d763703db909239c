using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesforceImport.PostgreSql.Internal;

namespace SalesforceImport.PostgreSql;

/// <summary>
/// A store in a PostgreSQL database: tables <c>contacts</c>, <c>accounts</c>, <c>opportunities</c> and <c>tasks</c> with one
/// typed, snake_case column for each property, <c>imports</c> with the runs, and bookkeeping tables whose names begin with
/// <c>import_</c>, all in the first schema of the search path. The host may read, insert, update and delete rows with SQL of
/// its own, at any time.
/// </summary>
/// <remarks>
/// <para>Thread-safe, and shared by any number of processes and machines. A run holds its leases by advisory locks of one
/// session, on which it also writes; they are free when that session ends: when the run is closed, the process dies, or the
/// instance is disposed of, which closes no run. A lost connection is made again, and what became of the change set that was
/// under way is read from the database.</para>
/// <para>Every member throws <see cref="SalesforceImportException"/> where the database cannot be reached, read or written;
/// the message names the server, the database and what to do, and never the password.</para>
/// </remarks>
public sealed class PostgreSqlContactStore : ContactStore, IAsyncDisposable, IDisposable
{
    private readonly Database _database;
    private readonly LeaseHolder _leases = new();
    private readonly RunDesk _runs;
    private readonly ChangeSetDesk _changeSets;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<RecordKind, KindLayout> _layouts = new();

    /// <summary>Creates the store. Nothing is opened before it is first used.</summary>
    /// <param name="options">Where the database is, and how the store behaves.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="logger">Where to log; null for nowhere. Values of rows are never logged.</param>
    /// <exception cref="SalesforceImportException">No database is named, or the connection string cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lock timeout is negative.</exception>
    public PostgreSqlContactStore(PostgreSqlStoreOptions options, TimeProvider? timeProvider = null, ILogger<PostgreSqlContactStore>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = new(options);
        _time = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<PostgreSqlContactStore>.Instance;
        _runs = new(_database, _leases);
        _changeSets = new(_database, _leases, _logger);
    }

    /// <inheritdoc />
    public override string Description => $"PostgreSQL {_database.Address.Name} on {_database.Address.Host}";

    /// <summary>Frees the leases that this instance holds and closes its connections; no run is closed by that.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leases.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Frees the leases that this instance holds and closes its connections; no run is closed by that.</summary>
    // A container that is disposed of synchronously has no other way. Nothing below comes back to the calling context.
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    protected override async Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        var layouts = await _database.WriteAsync(
            async (session, token) =>
            {
                var prepared = new List<KindLayout>();
                foreach (var schema in schemas)
                {
                    prepared.Add(await new KindTable(session, schema.Kind).PrepareAsync(schema, token).ConfigureAwait(false));
                }

                await ViewMaker.EnsureAsync(session, token).ConfigureAwait(false);
                return prepared;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var layout in layouts)
        {
            _layouts[layout.Kind] = layout;
            Log.Prepared(_logger, Description, layout.Kind, layout.Columns.Count);
        }
    }

    /// <inheritdoc />
    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var opened = await _runs.OpenAsync(opening, cancellationToken).ConfigureAwait(false);
        Log.Opened(_logger, Description, opening.Run, opened.Epoch, opened.Run.Sequence);
        return opened;
    }

    /// <inheritdoc />
    protected override Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => RunTable.FindAsync(session, run, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => RunTable.NewestAsync(session, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken)
    {
        var layout = Layout(request.Kind);
        return _database.ReadAsync((session, token) => Finder.FindAsync(session, layout, request, token), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await _changeSets.ApplyAsync(Layout(changes.Kind), changes, cancellationToken).ConfigureAwait(false);
        if (result.Outcome != ApplyOutcome.Applied)
        {
            Log.NotApplied(_logger, Description, changes.Sequence, changes.Run, result.Outcome);
        }

        return result;
    }

    /// <inheritdoc />
    protected override async Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        await _runs.CloseAsync(closing, cancellationToken).ConfigureAwait(false);
        Log.Closed(_logger, Description, closing.Run, closing.State);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => LogTable.ReadAsync(session, run, sObject, ids, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => SyncedIds.PageAsync(session, org, sObject, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => ListTable.PageAsync(session, run, kind, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => ListTable.CountAsync(session, run, kind, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken)
    {
        var schema = Layout(kind).Schema;
        return _database.ReadAsync((session, token) => HistoryTable.PageAsync(session, run, schema, after, take, token), cancellationToken);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => LinkQueries.FindAsync(session, org, kind, end, ids, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => LinkQueries.IdsAsync(session, org, kind, end, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => LinkQueries.PendingAsync(session, org, kind, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => References.PageAsync(session, org, kind, property, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(
        string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync((session, token) => LinkHistory.PageAsync(session, run, after, take, token), cancellationToken);

    /// <inheritdoc />
    protected override async Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken)
    {
        bool forgotten = await _database.WriteAsync(
            (session, token) => Eraser.ForgetAsync(session, kind, id, _time.GetUtcNow(), token), cancellationToken).ConfigureAwait(false);
        if (forgotten)
        {
            Log.Erased(_logger, Description, kind, id);
        }

        return forgotten;
    }

    private KindLayout Layout(RecordKind kind) => _layouts.TryGetValue(kind, out var layout)
        ? layout
        : throw new InvalidOperationException($"The store has not been prepared for {kind}: call {nameof(PrepareAsync)} first.");
}
