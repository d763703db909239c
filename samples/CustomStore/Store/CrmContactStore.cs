using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>
/// Imports into the application's own entities. An instance stands for a process: disposing of it ends its heartbeat, and
/// the leases that it still holds run out.
/// </summary>
internal sealed class CrmContactStore(IDbContextFactory<CrmContext> contexts, TimeProvider time) : ContactStore, IDisposable
{
    private readonly CrmDatabase _database = new(contexts);
    private readonly Heartbeat _heartbeat = new(contexts, time);
    private readonly ConcurrentDictionary<RecordKind, KindSchema> _schemas = new();

    public override string Description => "the CRM's own database";

    public void Dispose() => _heartbeat.Dispose();

    protected override async Task PrepareCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        await _database.CreateTablesAsync(cancellationToken);
        var prepared = await _database.WriteAsync(
            async context =>
            {
                var extended = await context.ExtendCatalogAsync(schemas, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                return extended;
            },
            cancellationToken);
        prepared.ForEach(schema => _schemas[schema.Kind] = schema);
    }

    protected override async Task CheckCoreAsync(IReadOnlyList<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        await _database.CreateTablesAsync(cancellationToken);
        await _database.ReadAsync(
            async context =>
            {
                await context.ExtendCatalogAsync(schemas, cancellationToken);
                return await Desk(context).CheckAsync([.. schemas.Select(schema => schema.Kind)], cancellationToken);
            },
            cancellationToken);
    }

    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var opened = await _database.WriteAsync(context => Desk(context).OpenAsync(opening, cancellationToken), cancellationToken);
        _heartbeat.Add(opened.Epoch);
        return opened;
    }

    protected override async Task CloseRunCoreAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        _heartbeat.Remove(closing.Epoch);
        await _database.WriteAsync(
            async context =>
            {
                await Desk(context).CloseAsync(closing, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    protected override Task<StoredRun?> FindRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.ReadAsync(async context => (await context.FindRunAsync(run, cancellationToken))?.Read(), cancellationToken);

    protected override Task<IReadOnlyList<StoredRun>> ListRunsCoreAsync(int take, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<StoredRun>>(
        async context =>
        {
            var runs = await context.ImportRuns.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Number).Take(take).ToListAsync(cancellationToken);
            return [.. runs.Select(run => run.Read())];
        },
        cancellationToken);

    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new RowFinder(context, Schema(request.Kind), request).FindAsync(cancellationToken), cancellationToken);

    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.WriteAsync(context => ApplyAsync(context, changes, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException moved)
        {
            return ApplyResult.Conflict(IdsIn(moved), [], []);
        }
        catch (DbUpdateException refused) when (refused.Entries.Any(entry => entry is { State: EntityState.Deleted, Entity: ImportedEntity }))
        {
            // Something of the application's own still refers to the row.
            return ApplyResult.Refused(IdsIn(refused));
        }
    }

    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<StoredRecordLog>>(
        async context =>
        {
            var logs = context.ImportLogs.Where(log => log.Run == run && log.Object == sObject);
            if (ids is not null)
            {
                string[] asked = [.. ids.Select(id => id.ToString())];
                logs = logs.Where(log => asked.Any(id => string.Compare(log.First, id) <= 0 && string.Compare(id, log.Last) <= 0));
            }

            return [.. (await logs.OrderBy(log => log.Number).ToListAsync(cancellationToken)).Select(log => log.Read())];
        },
        cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new ListReader(context).ListSyncedIdsAsync(org, sObject, after, take, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<ListMember>> ReadListCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new ListReader(context).ReadAsync(run, kind, after, take, cancellationToken), cancellationToken);

    protected override Task<long> CountListCoreAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new ListReader(context).CountAsync(run, kind, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<HistoryEntry>> ReadHistoryCoreAsync(
        string run, RecordKind kind, long after, int take, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<HistoryEntry>>(
        async context =>
        {
            var history = await context.ImportHistory
                .Where(entry => entry.Run == run && entry.Kind == kind && entry.RowId > after)
                .OrderBy(entry => entry.RowId).Take(take).ToListAsync(cancellationToken);
            return [.. history.Select(entry => entry.Read(Schema(kind)))];
        },
        cancellationToken);

    protected override Task<IReadOnlyList<StoredLink>> FindLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new LinkReader(context).FindAsync(org, kind, end, ids, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListLinkedIdsCoreAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new LinkReader(context).ListIdsAsync(org, kind, end, after, take, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<StoredLink>> ListPendingLinksCoreAsync(
        SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new LinkReader(context).ListPendingAsync(org, kind, after, take, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<SalesforceId>> ListReferencesCoreAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new ListReader(context).ListReferencesAsync(org, kind, property, after, take, cancellationToken), cancellationToken);

    protected override Task<IReadOnlyList<LinkChange>> ReadLinkHistoryCoreAsync(string run, LinkKey? after, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => new LinkReader(context).ReadHistoryAsync(run, after, take, cancellationToken), cancellationToken);

    protected override async Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken)
    {
        bool forgotten = await _database.WriteAsync(context => new Eraser(context, kind).ForgetAsync(id, cancellationToken), cancellationToken);
        await _database.EmptyLogAsync(cancellationToken);
        return forgotten;
    }

    private async Task<ApplyResult> ApplyAsync(CrmContext context, ChangeSet set, CancellationToken cancellationToken)
    {
        var run = await context.FindRunAsync(set.Run, cancellationToken) ?? throw new UnknownRunException(set.Run);
        return await Desk(context).IsSupersededAsync(run, set.Epoch, cancellationToken) ? ApplyResult.Superseded
            : set.Sequence <= run.Sequence ? ApplyResult.AlreadyApplied
            : set.Sequence > run.Sequence + 1 ? throw new InvalidOperationException($"Change set {set.Sequence} of run '{set.Run}' leaves a gap: the last one applied is {run.Sequence}.")
            : await new ChangeSetApplication(context, Schema(set.Kind), run, set).ApplyAsync(cancellationToken);
    }

    private static long[] IdsIn(DbUpdateException exception) => [.. exception.Entries.Select(entry => entry.Entity).OfType<ImportedEntity>().Select(row => row.Id)];

    private RunDesk Desk(CrmContext context) => new(context, _heartbeat, time.GetUtcNow());

    private KindSchema Schema(RecordKind kind) => _schemas.TryGetValue(kind, out var schema)
        ? schema
        : throw new InvalidOperationException($"The store has not been prepared for {kind} rows. Call {nameof(PrepareAsync)} first.");
}
