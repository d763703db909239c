using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// The host's store as it would be: reads fall through to it, writes stay in a scratch that is thrown away. Serves one
/// preview. Not thread-safe beyond what one run asks of a store.
/// </summary>
internal sealed class PreviewStore(ContactStore host, SalesforceId org, Func<ChangeSet, ValueTask> observe) : ContactStore, IAsyncDisposable
{
    private readonly ContactStore _scratch = host.CreateScratch();
    private readonly Dictionary<RecordKind, StoreSchema> _schemas = [];
    private PreviewSeed? _seed;

    public override string Description => host.Description;

    private PreviewSeed Seed => _seed ??= new(_scratch, org);

    public async ValueTask DisposeAsync()
    {
        if (_scratch is IAsyncDisposable scratch)
        {
            await scratch.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (_scratch as IDisposable)?.Dispose();
        }
    }

    protected override async Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        await host.PrepareAsync(schemas, cancellationToken).ConfigureAwait(false);
        await _scratch.PrepareAsync(schemas, cancellationToken).ConfigureAwait(false);
        foreach (var schema in schemas)
        {
            _schemas[schema.Kind] = schema;
        }
    }

    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        // Of kinds that are only looked at, something is written to the scratch too.
        var opened = await _scratch.OpenRunAsync(
            new RunOpening { Run = opening.Run, Kinds = [.. _schemas.Keys], Holder = opening.Holder, At = opening.At, New = opening.New }, cancellationToken).ConfigureAwait(false);
        Seed.Run = opened;

        // What the scratch does not hold, the host may.
        return new OpenedRun { Run = opened.Run, Epoch = opened.Epoch };
    }

    protected override async Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        await _scratch.FindRunAsync(run, cancellationToken).ConfigureAwait(false) ?? await host.FindRunAsync(run, cancellationToken).ConfigureAwait(false);

    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) => host.ListRunsAsync(take, cancellationToken);

    protected override async Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken)
    {
        var found = await host.FindAsync(request, cancellationToken).ConfigureAwait(false);
        await Seed.SeedAsync(request.Kind, _schemas[request.Kind].Properties.Count, found, cancellationToken).ConfigureAwait(false);
        var now = await _scratch.FindAsync(request, cancellationToken).ConfigureAwait(false);
        return new FindResult { Rows = now.Rows, Orphans = now.Orphans, ErasedSources = found.ErasedSources, ErasedEmails = found.ErasedEmails };
    }

    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await Seed.ApplyAsync(changes, cancellationToken).ConfigureAwait(false);
        if (result.Outcome == ApplyOutcome.Applied)
        {
            await observe(changes).ConfigureAwait(false);
        }

        return result;
    }

    protected override Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken) => _scratch.CloseRunAsync(closing, cancellationToken);

    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        (run == Seed.Run?.Run.Run ? _scratch : host).ReadLogAsync(run, sObject, ids, cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) => PreviewIds.MergeAsync(
        (behind, most) => host.ListSyncedIdsAsync(org, sObject, behind, most, cancellationToken),
        (behind, most) => _scratch.ListSyncedIdsAsync(org, sObject, behind, most, cancellationToken),
        ids => Task.FromResult<IReadOnlyList<SalesforceId>>([.. ids.Where(id => !Seed.Holds(id))]),
        after,
        take);

    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) => _scratch.ReadListAsync(run, kind, after, take, cancellationToken);

    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) => _scratch.CountListAsync(run, kind, cancellationToken);

    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) => _scratch.ReadHistoryAsync(run, kind, after, take, cancellationToken);

    protected override async Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var found = await host.FindLinksAsync(org, kind, end, ids, cancellationToken).ConfigureAwait(false);
        await Seed.SeedAsync(_schemas.Keys.First(), found, cancellationToken).ConfigureAwait(false);
        return await _scratch.FindLinksAsync(org, kind, end, ids, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) => PreviewIds.MergeAsync(
        (behind, most) => host.ListLinkedIdsAsync(org, kind, end, behind, most, cancellationToken),
        (behind, most) => _scratch.ListLinkedIdsAsync(org, kind, end, behind, most, cancellationToken),
        async ids => [.. (await host.FindLinksAsync(org, kind, end, ids, cancellationToken).ConfigureAwait(false)).Where(link => !Seed.Holds(link.Key)).Select(link => link.Key.At(end)).Distinct()],
        after,
        take);

    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) => host.ListPendingLinksAsync(org, kind, after, take, cancellationToken);

    // What a row of the host's names that the preview has changed is listed as well: an account more is read, and none less.
    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) => PreviewIds.MergeAsync(
        (behind, most) => host.ListReferencesAsync(org, kind, property, behind, most, cancellationToken),
        (behind, most) => _scratch.ListReferencesAsync(org, kind, property, behind, most, cancellationToken),
        Task.FromResult,
        after,
        take);

    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _scratch.ReadLinkHistoryAsync(run, after, take, cancellationToken);

    protected override Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A preview erases nobody.");
}
