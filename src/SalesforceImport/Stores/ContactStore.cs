namespace SalesforceImport.Stores;

/// <summary>
/// The host's persistence: rows, the Salesforce records that feed them, runs with their checkpoints, history and lists.
/// The library decides; the store does what it is told, atomically. Derive from it to import into tables of your own, and
/// run the conformance suite (<c>SalesforceImport.ConformanceTests</c>) against the result.
/// </summary>
/// <remarks>
/// <para>A store must have transactions: <see cref="ApplyAsync"/> changes everything it is given, or nothing. A store
/// without them cannot keep the library's promises and is not supported.</para>
/// <para>Instances are used by one run at a time for each kind, and by readers at any time: implementations must be
/// thread-safe. Members may be added to this class later; they will be virtual.</para>
/// </remarks>
public abstract class ContactStore
{
    /// <summary>The store for people: what and where it is, without secrets, such as <c>SQLite crm.db</c>.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Makes the store ready for these kinds and properties: creates what is missing, evolves what is there, and from now
    /// on reads and writes value arrays in the order given. Never drops or retypes what holds data. Can be called again at
    /// any time, from several processes.
    /// </summary>
    /// <exception cref="SalesforceImportException">The store cannot be opened or written, or a property exists with a type that does not fit.</exception>
    public Task PrepareAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        return PrepareCoreAsync(schemas, cancellationToken);
    }

    /// <summary>
    /// Checks that <see cref="PrepareAsync"/> would succeed for these kinds and properties, and that nobody holds a lease on
    /// one of the kinds; changes nothing. It is asked before an org is, so that what is wrong with a store is known before
    /// API calls are spent. A store that does not override it passes.
    /// </summary>
    /// <exception cref="SalesforceImportException">The store cannot be opened or written, or a property exists with a type that does not fit.</exception>
    /// <exception cref="RunLeaseException">A live process holds a lease on one of the kinds.</exception>
    public Task CheckAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        return CheckCoreAsync(schemas, cancellationToken);
    }

    /// <summary>
    /// Takes the lease for the run's kinds and raises the epoch. The lease dies with the process. For a run that is
    /// <see cref="RunState.Completed"/> no lease is taken and nothing changes: the run is returned as it stands.
    /// </summary>
    /// <exception cref="RunLeaseException">A live process holds a lease on one of the kinds.</exception>
    /// <exception cref="UnknownRunException">The run is to go on, and the store does not know it.</exception>
    public Task<OpenedRun> OpenRunAsync(RunOpening opening, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentException.ThrowIfNullOrWhiteSpace(opening.Run);
        return OpenRunCoreAsync(opening, cancellationToken);
    }

    /// <summary>The run as it stands, without a lease; null when the store does not know it.</summary>
    public Task<StoredRun?> FindRunAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return FindRunCoreAsync(run, cancellationToken);
    }

    /// <summary>The runs the store knows, newest first.</summary>
    public Task<IReadOnlyList<StoredRun>> ListRunsAsync(int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ListRunsCoreAsync(take, cancellationToken);
    }

    /// <summary>The rows, orphans and erasures for the keys of one batch.</summary>
    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return FindCoreAsync(request, cancellationToken);
    }

    /// <summary>
    /// Applies a change set in one transaction: rows, sources, history, list, record log, checkpoint and sequence. Checks,
    /// in this order: the epoch (older: <see cref="ApplyOutcome.Superseded"/>), the sequence (applied before:
    /// <see cref="ApplyOutcome.AlreadyApplied"/>), then versions and absent keys (<see cref="ApplyOutcome.Conflict"/>). A row that the host's own tables still refer to
    /// cannot go (<see cref="ApplyOutcome.Refused"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">The sequence leaves a gap: a fault of the caller.</exception>
    public Task<ApplyResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentOutOfRangeException.ThrowIfLessThan(changes.Sequence, 1);
        return ApplyCoreAsync(changes, cancellationToken);
    }

    /// <summary>
    /// Ends the opening: state and checkpoint are kept, the lease is released. An opening that has been superseded changes
    /// nothing and releases nothing but its own.
    /// </summary>
    public Task CloseRunAsync(RunClosing closing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return closing.State == RunState.Running
            ? throw new ArgumentException("A closed run is not running.", nameof(closing))
            : CloseRunCoreAsync(closing, cancellationToken);
    }

    /// <summary>The record logs of a run whose range holds one of the ids (all of the object's where <paramref name="ids"/> is null), by sequence.</summary>
    public Task<IReadOnlyList<StoredRecordLog>> ReadLogAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentException.ThrowIfNullOrWhiteSpace(sObject);
        return ReadLogCoreAsync(run, sObject, ids, cancellationToken);
    }

    /// <summary>
    /// Ids of the org's records of one object that feed a row, in ordinal order, starting behind <paramref name="after"/>
    /// (from the first where it is <c>default</c>).
    /// </summary>
    public Task<IReadOnlyList<SalesforceId>> ListSyncedIdsAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sObject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ListSyncedIdsCoreAsync(org, sObject, after, take, cancellationToken);
    }

    /// <summary>The rows of one kind in a run's list, by row id, starting behind <paramref name="after"/>.</summary>
    public Task<IReadOnlyList<ListMember>> ReadListAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ReadListCoreAsync(run, kind, after, take, cancellationToken);
    }

    /// <summary>How many rows of one kind a run's list holds.</summary>
    public Task<long> CountListAsync(string run, RecordKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return CountListCoreAsync(run, kind, cancellationToken);
    }

    /// <summary>What a run changed in, or removed of, rows of one kind that were there before it, by row id, starting behind <paramref name="after"/>. The kind has been prepared.</summary>
    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ReadHistoryCoreAsync(run, kind, after, take, cancellationToken);
    }

    /// <summary>The links of one kind that have one of the ids at an end, in the order of their keys.</summary>
    public Task<IReadOnlyList<StoredLink>> FindLinksAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindLinksCoreAsync(org, kind, end, ids, cancellationToken);
    }

    /// <summary>
    /// The ids at one end of the org's links of a kind, each once, in ordinal order, starting behind <paramref name="after"/>
    /// (from the first where it is <c>default</c>), whether or not their records have been imported.
    /// </summary>
    public Task<IReadOnlyList<SalesforceId>> ListLinkedIdsAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ListLinkedIdsCoreAsync(org, kind, end, after, take, cancellationToken);
    }

    /// <summary>
    /// The org's links of a kind one of whose ends feeds no row, in the order of their keys, starting behind
    /// <paramref name="after"/> (from the first where it is null). A campaign is never a row: only the other end counts.
    /// </summary>
    public Task<IReadOnlyList<StoredLink>> ListPendingLinksAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ListPendingLinksCoreAsync(org, kind, after, take, cancellationToken);
    }

    /// <summary>
    /// The ids that the org's contributing records of a kind name in a text property, such as <c>AccountSalesforceId</c>:
    /// each once, in ordinal order, starting behind <paramref name="after"/> (from the first where it is <c>default</c>).
    /// What is no id is passed over.
    /// </summary>
    public Task<IReadOnlyList<SalesforceId>> ListReferencesAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(property);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ListReferencesCoreAsync(org, kind, property, after, take, cancellationToken);
    }

    /// <summary>
    /// What a run did to links, in the order of their keys, starting behind <paramref name="after"/> (from the first where
    /// it is null). A link that later runs have changed since is there as it stands now.
    /// </summary>
    public Task<IReadOnlyList<LinkChange>> ReadLinkHistoryAsync(string run, LinkKey? after, int take, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ReadLinkHistoryCoreAsync(run, after, take, cancellationToken);
    }

    /// <summary>
    /// Erases a row: the values of the row, of its sources, its links, and all that history and lists hold of it. What stays is the
    /// ids of its records and a keyed hash of their e-mails, by which a later import skips them. False when there is no such row.
    /// </summary>
    public Task<bool> ForgetAsync(RecordKind kind, long id, CancellationToken cancellationToken = default) =>
        ForgetCoreAsync(kind, id, cancellationToken);

    /// <summary>
    /// An empty store for what a preview touches: private, thrown away with its disposal, and best on disk, for it holds as
    /// much as the preview would create. The default keeps it in memory.
    /// </summary>
    protected internal virtual ContactStore CreateScratch() => new InMemoryContactStore();

    /// <inheritdoc cref="PrepareAsync"/>
    protected abstract Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken);

    /// <inheritdoc cref="CheckAsync"/>
    protected virtual Task CheckCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="OpenRunAsync"/>
    protected abstract Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindRunAsync"/>
    protected abstract Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListRunsAsync"/>
    protected abstract Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindAsync"/>
    protected abstract Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken);

    /// <inheritdoc cref="ApplyAsync"/>
    protected abstract Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken);

    /// <inheritdoc cref="CloseRunAsync"/>
    protected abstract Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadLogAsync"/>
    protected abstract Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListSyncedIdsAsync"/>
    protected abstract Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadListAsync"/>
    protected abstract Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="CountListAsync"/>
    protected abstract Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadHistoryAsync"/>
    protected abstract Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindLinksAsync"/>
    protected abstract Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListLinkedIdsAsync"/>
    protected abstract Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListPendingLinksAsync"/>
    protected abstract Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="ListReferencesAsync"/>
    protected abstract Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadLinkHistoryAsync"/>
    protected abstract Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(
        string run, LinkKey? after, int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="ForgetAsync"/>
    protected abstract Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken);
}
