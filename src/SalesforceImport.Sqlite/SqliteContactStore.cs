using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesforceImport.Sqlite.Internal;

namespace SalesforceImport.Sqlite;

/// <summary>
/// A store in one SQLite file: tables <c>contacts</c>, <c>accounts</c>, <c>opportunities</c> and <c>tasks</c> with one typed,
/// snake_case column for each property, <c>imports</c> with the runs, and bookkeeping tables whose names begin with
/// <c>import_</c>. The host may read, insert, update and delete rows with SQL of its own, at any time.
/// </summary>
/// <remarks>
/// <para>Thread-safe. SQLite has no asynchronous I/O: every member does its work on the thread pool. One connection
/// writes, others read beside it. The leases of a run are locked files beside the database; they are free when the
/// process ends, however it ends, and when the instance is disposed of, which closes no run.</para>
/// <para>Every member throws <see cref="SalesforceImportException"/> where the file cannot be opened, read or written; the
/// message names the file and what to do.</para>
/// </remarks>
public sealed class SqliteContactStore : ContactStore, IAsyncDisposable, IDisposable
{
    private readonly Database _database;
    private readonly LeaseHolder _leases;
    private readonly RunDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<RecordKind, KindLayout> _layouts = new();

    /// <summary>Creates the store. Nothing is opened before it is first used.</summary>
    /// <exception cref="SalesforceImportException">The connection string cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The busy timeout is negative, or the cache smaller than a megabyte.</exception>
    public SqliteContactStore(SqliteStoreOptions options, TimeProvider? timeProvider = null, ILogger<SqliteContactStore>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = Database.Main(options);
        _leases = new(_database.Address);
        _desk = new(_database, _leases);
        _time = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<SqliteContactStore>.Instance;
    }

    /// <summary>The folder that goes with the store; null for a store that stays.</summary>
    private string? ScratchFolder { get; init; }

    /// <inheritdoc />
    public override string Description => $"SQLite {_database.Address.DataSource}";

    /// <summary>Closes the files and frees the leases that this instance holds; no run is closed by that.</summary>
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync().ConfigureAwait(false);
        _leases.Dispose();
        RemoveScratch();
    }

    /// <summary>Closes the files and frees the leases that this instance holds; no run is closed by that.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _leases.Dispose();
        RemoveScratch();
    }

    /// <summary>A file in a folder of its own among the temporary ones, which goes with the store.</summary>
    protected override ContactStore CreateScratch()
    {
        string folder = Directory.CreateTempSubdirectory("salesforce-preview-").FullName;
        return new SqliteContactStore(
            new SqliteStoreOptions { ConnectionString = $"Data Source={Path.Combine(folder, "preview.db")}", Synchronous = SqliteSynchronous.Normal }, _time)
        {
            ScratchFolder = folder,
        };
    }

    /// <inheritdoc />
    protected override async Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        var layouts = await (_database.Address.ReadOnly
            ? _database.ReadAsync<List<KindLayout>>(
                session => [.. schemas.Select(schema => new KindLayout(schema, KindColumns.Assign(session, schema)))], cancellationToken)
            : _database.WriteAsync(session => Make(session, schemas), cancellationToken)).ConfigureAwait(false);
        foreach (var layout in layouts)
        {
            _layouts[layout.Kind] = layout;
            Log.Prepared(_logger, Description, layout.Kind, layout.Columns.Count);
        }
    }

    /// <inheritdoc />
    protected override async Task CheckCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        await _database.WriteAsync(
            session =>
            {
                foreach (var schema in schemas)
                {
                    new KindTable(session, schema.Kind).Fit(schema);
                }

                session.Rollback();
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        await _desk.CheckLeasesAsync([.. schemas.Select(schema => schema.Kind)], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var opened = await _desk.OpenAsync(opening, cancellationToken).ConfigureAwait(false);
        Log.Opened(_logger, Description, opening.Run, opened.Epoch, opened.Run.Sequence);
        return opened;
    }

    /// <inheritdoc />
    protected override Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => RunTable.Find(session, run), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<StoredRun>>(session => RunTable.Newest(session, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken)
    {
        var layout = Layout(request.Kind);

        // The run that writes looks up on the connection that writes: the pages it needs are in that one's cache, and those
        // it reads will be written next. Everybody else reads beside it.
        return _leases.Holds(request.Run)
            ? _database.ReadOnWriterAsync(session => Finder.Find(session, layout, request), cancellationToken)
            : _database.ReadAsync(session => Finder.Find(session, layout, request), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var layout = Layout(changes.Kind);
        var result = await _database.WriteAsync(session => new ChangeSetApplier(session, layout, changes).Apply(), cancellationToken).ConfigureAwait(false);
        if (result.Outcome != ApplyOutcome.Applied)
        {
            Log.NotApplied(_logger, Description, changes.Sequence, changes.Run, result.Outcome);
        }

        return result;
    }

    /// <inheritdoc />
    protected override async Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        await _desk.CloseAsync(closing, cancellationToken).ConfigureAwait(false);
        Log.Closed(_logger, Description, closing.Run, closing.State);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<StoredRecordLog>>(session => LogTable.Read(session, run, sObject, ids), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<SalesforceId>>(session => SyncedIds.Page(session, org, sObject, after, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<ListMember>>(session => ListTable.Page(session, run, kind, after, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => ListTable.Count(session, run, kind), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken)
    {
        var schema = Layout(kind).Schema;
        return _database.ReadAsync<IReadOnlyList<HistoryEntry>>(session => HistoryTable.Page(session, run, schema, after, take), cancellationToken);
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<StoredLink>>(session => LinkQueries.Find(session, org, kind, end, ids), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<SalesforceId>>(session => LinkQueries.Ids(session, org, kind, end, after, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<StoredLink>>(session => LinkQueries.Pending(session, org, kind, after, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<SalesforceId>>(session => LinkQueries.References(session, org, kind, property, after, take), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(
        string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<LinkChange>>(session => LinkHistory.Page(session, run, after, take), cancellationToken);

    /// <inheritdoc />
    protected override async Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken)
    {
        bool forgotten = await _database.EraseAsync(
            session => Eraser.Forget(session, kind, id, _time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (forgotten)
        {
            Log.Erased(_logger, Description, kind, id);
        }

        return forgotten;
    }

    private void RemoveScratch()
    {
        if (ScratchFolder is not null && Directory.Exists(ScratchFolder))
        {
            Directory.Delete(ScratchFolder, recursive: true);
        }
    }

    private static List<KindLayout> Make(Session session, IReadOnlyList<StoreSchema> schemas)
    {
        List<KindLayout> made = [.. schemas.Select(schema => new KindTable(session, schema.Kind).Prepare(schema))];
        RecordKind[] tables = [.. KindNames.All.Where(kind => KindTable.Exists(session, kind))];
        string? AccountColumn(RecordKind kind) =>
            KindColumns.Find(session, kind, LinkViews.AccountProperty) is { } column ? ColumnNames.Quote(column) : null;

        // SQLite refuses to rename anything beside a view whose table is missing.
        foreach (var (view, query) in LinkViews.Over(tables, AccountColumn))
        {
            session.Execute($"CREATE VIEW IF NOT EXISTS {view} AS {query}");
        }

        return made;
    }

    private KindLayout Layout(RecordKind kind) => _layouts.TryGetValue(kind, out var layout)
        ? layout
        : throw new InvalidOperationException($"The store has not been prepared for {kind}: call {nameof(PrepareAsync)} first.");
}
