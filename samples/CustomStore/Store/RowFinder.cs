using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Looks up the keys of a batch: which rows, with all their records, and what the asking run has done to them.</summary>
internal sealed class RowFinder(CrmContext context, KindSchema schema, FindRequest request)
{
    private readonly string _org = request.Org.ToString();

    public async Task<FindResult> FindAsync(CancellationToken cancellationToken)
    {
        string[] ids = [.. request.Sources.Select(id => id.ToString())];
        var known = await context.SourcesKnownBy(schema.Kind, _org, ids).AsNoTracking().ToListAsync(cancellationToken);
        long[] rowIds = [.. known.Select(source => source.RowId).OfType<long>(), .. request.Ids, .. await FindByEmailAsync(cancellationToken)];
        var erasures = new Erasures(context, schema.Kind);
        return new()
        {
            Rows = await ReadAsync(rowIds, cancellationToken),
            Orphans = [.. known.Where(source => source.RowId is null).Select(source => source.Read(schema))],
            ErasedSources = await erasures.FindSourcesAsync(_org, ids, cancellationToken),
            ErasedEmails = await erasures.FindEmailsAsync(request.Emails, cancellationToken),
        };
    }

    private async Task<List<long>> FindByEmailAsync(CancellationToken cancellationToken)
    {
        var ids = await context.SourcesWithEmail(schema.Kind, request.EmailsOfAnyOrg ? null : _org, request.Emails)
            .Select(source => source.RowId!.Value).ToListAsync(cancellationToken);
        ids.AddRange(await context.OwnRowsWithEmail(schema.Kind, request.Emails).Select(row => row.Id).ToListAsync(cancellationToken));
        return ids;
    }

    private async Task<List<StoredRow>> ReadAsync(long[] ids, CancellationToken cancellationToken)
    {
        var rows = await context.Rows(schema.Kind).AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var sources = (await context.ImportSources.AsNoTracking()
            .Where(source => source.Kind == schema.Kind && ids.Contains(source.RowId!.Value)).ToListAsync(cancellationToken)).ToLookup(source => source.RowId);
        var changes = await context.ImportHistory.AsNoTracking()
            .Where(history => history.Run == request.Run && history.Kind == schema.Kind && ids.Contains(history.RowId))
            .ToDictionaryAsync(history => history.RowId, history => history.Changes, cancellationToken);
        var changers = request.WithRuns ? await FindChangersAsync(ids, cancellationToken) : null;
        return [.. rows.Select(row => Read(row, [.. sources[row.Id]], changes.GetValueOrDefault(row.Id), changers?[row.Id] ?? []))];
    }

    private StoredRow Read(ImportedEntity row, List<ImportSource> sources, string? changes, IEnumerable<string> changers) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Values = schema.Read(row),
        Leader = sources.Find(source => source.IsLeader)?.Key,
        Sources = [.. sources.Select(source => source.Read(schema))],
        CreatedByRun = row.CreatedByRun,
        WrittenByHost = row.WrittenByHost,
        ChangedByRuns = [.. changers],
        ChangesOfRun = changes is null ? [] : [.. schema.ReadMappedChanges(changes)],
    };

    private async Task<ILookup<long, string>> FindChangersAsync(long[] ids, CancellationToken cancellationToken)
    {
        var changers =
            from history in context.ImportHistory
            join run in context.ImportRuns on history.Run equals run.Run
            where history.Kind == schema.Kind && ids.Contains(history.RowId)
            orderby run.StartedAt, run.Number
            select new { history.RowId, run.Run };
        return (await changers.ToListAsync(cancellationToken)).ToLookup(changer => changer.RowId, changer => changer.Run);
    }
}
