namespace SalesforceImport.Stores;

/// <summary>
/// A store that keeps everything in memory: for tests, demos and trying things out. An instance stands for a process:
/// disposing of it frees its leases, as the end of a process would, and closes no run.
/// </summary>
/// <remarks>Thread-safe. Instances over one <see cref="InMemoryDatabase"/> see each other's work.</remarks>
public sealed class InMemoryContactStore : ContactStore, IDisposable
{
    private readonly InMemoryDatabase _database;
    private readonly Dictionary<RecordKind, InMemorySchema> _schemas = [];

    /// <summary>Creates a store over a database of its own.</summary>
    public InMemoryContactStore()
        : this(new InMemoryDatabase())
    {
    }

    /// <summary>Creates a store over a database that others may share.</summary>
    public InMemoryContactStore(InMemoryDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc />
    public override string Description => "memory";

    /// <summary>Frees the leases that this instance holds.</summary>
    public void Dispose() => _database.ReleaseLeasesOf(this);

    /// <inheritdoc />
    protected override Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            foreach (var (kind, schema) in InMemoryPreparation.Prepare(_database, schemas))
            {
                _schemas[kind] = schema;
            }

            return true;
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task CheckCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            InMemoryPreparation.Check(_database, schemas);
            _database.Runs.CheckLeases(schemas.Select(schema => schema.Kind));
            return true;
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            var (run, epoch) = _database.Runs.Open(opening, this);
            return new OpenedRun
            {
                Run = run.Read(),
                Epoch = epoch,
                EmptyKinds = [.. opening.Kinds.Where(kind => _database.Table(kind).IsEmpty && !_database.Erasures.Any(kind))],
            };
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Runs.Find(run)?.Read(), cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<StoredRun>>(() => [.. _database.Runs.NewestFirst().Take(take).Select(run => run.Read())], cancellationToken);

    /// <inheritdoc />
    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken) =>
        _database.RunAsync(() => new InMemoryFinder(_database, Schema(request.Kind)).Find(request), cancellationToken);

    /// <inheritdoc />
    protected override Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        _database.RunAsync(() => new InMemoryApplication(_database, Schema(changes.Kind), changes).Apply(), cancellationToken);

    /// <inheritdoc />
    protected override Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            _database.Runs.Close(closing);
            return true;
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Runs.Find(run)?.LogsOf(sObject, ids) ?? [], cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<SalesforceId>>(() =>
        [
            .. Enum.GetValues<RecordKind>()
                .SelectMany(kind => _database.Table(kind).SyncedAfter(org, sObject, after).Take(take))
                .Distinct().Order().Take(take),
        ], cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<ListMember>>(() => [.. (_database.Runs.Find(run)?.ListAfter(kind, after) ?? []).Take(take)], cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Runs.Find(run)?.ListCount(kind) ?? 0, cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<HistoryEntry>>(() => [.. (_database.Runs.Find(run)?.HistoryAfter(Schema(kind), after) ?? []).Take(take)], cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<StoredLink>>(() => [.. _database.Links.With(org, kind, end, ids)], cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<SalesforceId>>(
            () => [.. _database.Links.Of(org, kind).Select(link => link.Key.At(end)).Where(id => id > after).Distinct().Order().Take(take)],
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<StoredLink>>(
            () => [.. _database.Links.Of(org, kind).Where(link => (after is not { } last || link.Key > last) && _database.IsPending(org, link.Key)).Take(take)],
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<SalesforceId>>(
            () => [.. _database.Table(kind).ReferencesOf(org, property).Where(id => id > after).Distinct().Order().Take(take)],
            cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(
        string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<LinkChange>>(
            () => _database.Runs.Find(run)?.Read().Org is { } org ? [.. _database.Links.HistoryAfter(org, run, after).Take(take)] : [],
            cancellationToken);

    /// <inheritdoc />
    protected override Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            var table = _database.Table(kind);
            if (table.Find(id) is not { } row)
            {
                return false;
            }

            _database.Erasures.Add(kind, row.Sources.Keys, table.EmailsOf(row));
            _database.Links.Forget(row.Sources.Keys);
            table.Remove(row);
            _database.Runs.Forget(kind, row);
            return true;
        }, cancellationToken);

    private InMemorySchema Schema(RecordKind kind) => _schemas.TryGetValue(kind, out var schema)
        ? schema
        : throw new InvalidOperationException($"The store has not been prepared for {kind} rows. Call {nameof(PrepareAsync)} first.");
}
