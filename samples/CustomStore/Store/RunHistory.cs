using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>What a run has done to some rows so far. A row that the run itself created needs no history: before it there was nothing.</summary>
internal sealed class RunHistory
{
    private readonly CrmContext _context;
    private readonly KindSchema _schema;
    private readonly ImportRun _run;
    private readonly Dictionary<long, ImportHistory> _entries;

    private RunHistory(CrmContext context, KindSchema schema, ImportRun run, Dictionary<long, ImportHistory> entries) =>
        (_context, _schema, _run, _entries) = (context, schema, run, entries);

    public static async Task<RunHistory> LoadAsync(CrmContext context, KindSchema schema, ImportRun run, long[] rows, CancellationToken cancellationToken) => new(
        context,
        schema,
        run,
        await context.ImportHistory
            .Where(history => history.Run == run.Run && history.Kind == schema.Kind && rows.Contains(history.RowId))
            .ToDictionaryAsync(history => history.RowId, cancellationToken));

    /// <summary>Keeps the records of a row as they were before the run; only the first time counts.</summary>
    public void KeepSources(ImportedEntity row, IEnumerable<ImportSource> sources)
    {
        if (row.CreatedByRun != _run.Run)
        {
            Entry(row.Id).KeepSources(sources);
        }
    }

    public void KeepChanges(ImportedEntity row, IReadOnlyList<PropertyChange> changesOfRun)
    {
        if (row.CreatedByRun == _run.Run || (changesOfRun.Count == 0 && !_entries.ContainsKey(row.Id)))
        {
            return;
        }

        var entry = Entry(row.Id);
        entry.Changes = _schema.ChangesToJson(changesOfRun);
        if (entry.SaysNothing)
        {
            _entries.Remove(row.Id);
            _context.ImportHistory.Remove(entry);
        }
    }

    /// <summary>Keeps a row that goes as it was before the run: as it stands, with what the run has changed put back.</summary>
    public void KeepRemoval(ImportedEntity row, RemoveRow removal)
    {
        if (row.CreatedByRun == _run.Run)
        {
            return;
        }

        var entry = Entry(row.Id);
        var before = _schema.ReadAll(row).ToDictionary(pair => pair.Property, pair => pair.Value);
        foreach (var change in _schema.ReadChanges(entry.Changes))
        {
            before[change.Property] = change.Before;
        }

        entry.Changes = KindSchema.ChangesToJson(before.Where(pair => !pair.Value.IsNull).Select(pair => new HistoryChange(pair.Key, pair.Value, FieldValue.Null)));
        (entry.Removed, entry.MergedInto, entry.CreatedByRun) = (true, removal.MergedInto, row.CreatedByRun);
    }

    public void KeepRestoration(long row)
    {
        var entry = Entry(row);
        (entry.Changes, entry.Removed, entry.MergedInto, entry.Restored) = ("{}", false, null, true);
    }

    private ImportHistory Entry(long row)
    {
        if (!_entries.TryGetValue(row, out var entry))
        {
            entry = _context.ImportHistory.Add(new() { Run = _run.Run, Kind = _schema.Kind, RowId = row }).Entity;
            _entries.Add(row, entry);
        }

        return entry;
    }
}
