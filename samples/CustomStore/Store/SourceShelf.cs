using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>The records that a change set speaks of, with those of the rows that it changes: taken from rows, put to others.</summary>
internal sealed class SourceShelf
{
    private readonly CrmContext _context;
    private readonly KindSchema _schema;
    private readonly Dictionary<SourceKey, ImportSource> _sources;

    private SourceShelf(CrmContext context, KindSchema schema, IEnumerable<ImportSource> sources)
    {
        (_context, _schema) = (context, schema);
        _sources = sources.ToDictionary(source => source.Key);
    }

    public static async Task<SourceShelf> LoadAsync(CrmContext context, KindSchema schema, ChangeSet set, long[] rows, CancellationToken cancellationToken)
    {
        string[] ids = [.. set.Changes.SelectMany(PutBy).Concat(set.PutOrphans).Select(source => source.Key).Concat(set.DroppedOrphans).Select(key => key.Id.ToString())];
        var sources = await context.ImportSources
            .Where(source => source.Kind == schema.Kind && (ids.Contains(source.Id) || rows.Contains(source.RowId!.Value))).ToListAsync(cancellationToken);
        return new(context, schema, sources);
    }

    public IEnumerable<ImportSource> Of(long row) => _sources.Values.Where(source => source.RowId == row);

    public void Drop(long row, IEnumerable<SourceKey> keys)
    {
        foreach (var key in keys)
        {
            if (_sources.TryGetValue(key, out var source) && source.RowId == row)
            {
                Remove(source);
            }
        }
    }

    public void DropAllOf(long row) => Of(row).ToList().ForEach(Remove);

    public void DropOrphans(IEnumerable<SourceKey> keys)
    {
        foreach (var key in keys)
        {
            if (_sources.TryGetValue(key, out var source) && source.RowId is null)
            {
                Remove(source);
            }
        }
    }

    public void Put(long row, StoredSource? leader, IReadOnlyList<StoredSource> others)
    {
        foreach (var source in others)
        {
            Put(source, row);
        }

        if (leader is not null)
        {
            foreach (var before in Of(row))
            {
                before.IsLeader = false;
            }

            Put(leader, row).IsLeader = true;
        }
    }

    public void PutOrphans(IEnumerable<StoredSource> orphans)
    {
        foreach (var orphan in orphans)
        {
            Put(orphan, row: null);
        }
    }

    private static IEnumerable<StoredSource> PutBy(RowChange change) => change switch
    {
        CreateRow create => create.OtherSources.Append(create.Leader),
        RestoreRow restore => restore.Leader is { } leader ? restore.OtherSources.Append(leader) : restore.OtherSources,
        UpdateRow update => update.Leader is { } leader ? update.PutSources.Append(leader) : update.PutSources,
        _ => [],
    };

    private ImportSource Put(StoredSource source, long? row)
    {
        if (!_sources.TryGetValue(source.Key, out var known))
        {
            known = ImportSource.Of(_schema.Kind, source, _schema);
            _sources.Add(source.Key, _context.ImportSources.Add(known).Entity);
        }
        else if (known.RowId is { } owner && owner != row)
        {
            throw new InvalidOperationException($"Record {source.Key.Id} of org {source.Key.Org} would belong to two {_schema.Kind} rows. Drop it from the one first.");
        }

        known.Set(source, _schema);
        known.RowId = row;
        return known;
    }

    private void Remove(ImportSource source)
    {
        _sources.Remove(source.Key);
        _context.ImportSources.Remove(source);
    }
}
