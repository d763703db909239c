using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>A store that hands everything on; what a broken one overrides, it breaks.</summary>
internal class DelegatingStore(ContactStore inner) : ContactStore
{
    public override string Description => Inner.Description;

    protected ContactStore Inner { get; } = inner;

    protected override Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken) =>
        Inner.PrepareAsync(schemas, cancellationToken);

    protected override Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken) =>
        Inner.OpenRunAsync(opening, cancellationToken);

    protected override Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        Inner.FindRunAsync(run, cancellationToken);

    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        Inner.ListRunsAsync(take, cancellationToken);

    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken) =>
        Inner.FindAsync(request, cancellationToken);

    protected override Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        Inner.ApplyAsync(changes, cancellationToken);

    protected override Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken) =>
        Inner.CloseRunAsync(closing, cancellationToken);

    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        Inner.ReadLogAsync(run, sObject, ids, cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) =>
        Inner.ListSyncedIdsAsync(org, sObject, after, take, cancellationToken);

    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        Inner.ReadListAsync(run, kind, after, take, cancellationToken);

    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        Inner.CountListAsync(run, kind, cancellationToken);

    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        Inner.ReadHistoryAsync(run, kind, after, take, cancellationToken);

    protected override Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken) =>
        Inner.FindLinksAsync(org, kind, end, ids, cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) =>
        Inner.ListLinkedIdsAsync(org, kind, end, after, take, cancellationToken);

    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) =>
        Inner.ListPendingLinksAsync(org, kind, after, take, cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) =>
        Inner.ListReferencesAsync(org, kind, property, after, take, cancellationToken);

    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(
        string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        Inner.ReadLinkHistoryAsync(run, after, take, cancellationToken);

    protected override Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken) =>
        Inner.ForgetAsync(kind, id, cancellationToken);
}
