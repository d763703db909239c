using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Reads what came in, a page at a time: lists, ids, references.</summary>
internal sealed class ListReader(CrmContext context)
{
    public async Task<IReadOnlyList<ListMember>> ReadAsync(string run, RecordKind kind, long after, int take, CancellationToken cancellationToken)
    {
        var created = await context.Rows(kind)
            .Where(row => row.CreatedByRun == run && row.Id > after).OrderBy(row => row.Id).Take(take).Select(row => row.Id).ToListAsync(cancellationToken);
        var added = await context.ImportListEntries
            .Where(entry => entry.Run == run && entry.Kind == kind && entry.RowId > after)
            .OrderBy(entry => entry.RowId).Take(take).Select(entry => entry.RowId).ToListAsync(cancellationToken);
        return
        [
            .. created.Select(id => new ListMember(id, Created: true)).Concat(added.Select(id => new ListMember(id, Created: false)))
                .OrderBy(member => member.RowId).Take(take),
        ];
    }

    public async Task<long> CountAsync(string run, RecordKind kind, CancellationToken cancellationToken) =>
        await context.Rows(kind).LongCountAsync(row => row.CreatedByRun == run, cancellationToken)
        + await context.ImportListEntries.LongCountAsync(entry => entry.Run == run && entry.Kind == kind, cancellationToken);

    public async Task<IReadOnlyList<SalesforceId>> ListSyncedIdsAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        string ofOrg = org.ToString();
        string behind = after.IsEmpty ? string.Empty : after.ToString();
        var ids = await context.ImportSources
            .Where(source => source.Org == ofOrg && source.Object == sObject && source.RowId != null && (source.Contributes || source.IsLeader))
            .Select(source => source.Id).Where(id => string.Compare(id, behind) > 0)
            .Distinct().OrderBy(id => id).Take(take).ToListAsync(cancellationToken);
        return [.. ids.Select(SalesforceId.Parse)];
    }

    /// <summary>Reads every row of the kind: right for thousands. With millions, keep references in a table of their own.</summary>
    public async Task<IReadOnlyList<SalesforceId>> ListReferencesAsync(
        SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        string ofOrg = org.ToString();
        var catalog = await context.LoadCatalogAsync(kind, cancellationToken);
        if (catalog.Find(property) is not { Type: PropertyType.Text } known)
        {
            return [];
        }

        var schema = new KindSchema(new(kind, [new(known.Name, known.Type)]), catalog);
        var feeding =
            from source in context.SourcesWithRow(kind, ofOrg).Where(source => source.Contributes || source.IsLeader)
            join row in context.Rows(kind) on source.RowId equals row.Id
            select new { row, source.Values };
        var ids = new SortedSet<SalesforceId>();
        await foreach (var each in feeding.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var values = each.Values is { } own ? schema.FromJson(own) : schema.Read(each.row);
            if (SalesforceId.TryParse(values[0].AsText(), out var id) && id > after)
            {
                ids.Add(id);
            }
        }

        return [.. ids.Take(take)];
    }
}
