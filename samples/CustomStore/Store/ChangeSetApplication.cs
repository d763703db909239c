using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>
/// Applies one change set in the caller's transaction, in three steps: what goes, goes; then rows are written, so that new
/// ones have ids; then their records are put.
/// </summary>
internal sealed class ChangeSetApplication(CrmContext context, KindSchema schema, ImportRun run, ChangeSet set)
{
    private readonly RecordKind _kind = schema.Kind;
    private readonly Dictionary<RowChange, ImportedEntity> _written = [];
    private Dictionary<long, ImportedEntity> _rows = [];
    private SourceShelf _sources = null!;
    private RunHistory _history = null!;

    public async Task<ApplyResult> ApplyAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await new ConflictCheck(context, set, _rows).FindAsync(cancellationToken) is { } conflict)
        {
            return conflict;
        }

        await TakeAwayAsync(cancellationToken);
        await WriteRowsAsync(cancellationToken);
        PutSources();
        await AddToListAsync(cancellationToken);
        await new LinkChanges(context, set).ApplyAsync(cancellationToken);
        Advance();
        await context.SaveChangesAsync(cancellationToken);
        return ApplyResult.Applied;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        long[] ids = [.. set.Changes.Select(ConflictCheck.IdOf).OfType<long>()];
        _rows = await context.Rows(_kind).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        _sources = await SourceShelf.LoadAsync(context, schema, set, ids, cancellationToken);
        _history = await RunHistory.LoadAsync(context, schema, run, ids, cancellationToken);
    }

    private async Task TakeAwayAsync(CancellationToken cancellationToken)
    {
        foreach (var change in set.Changes)
        {
            if (change is RemoveRow remove)
            {
                var row = _rows[remove.Id];
                _history.KeepSources(row, _sources.Of(row.Id));
                _history.KeepRemoval(row, remove);
                _sources.DropAllOf(row.Id);
                context.Remove(row);
            }
            else if (change is UpdateRow update && (update.Leader is not null || update.PutSources.Count + update.DroppedSources.Count > 0))
            {
                _history.KeepSources(_rows[update.Id], _sources.Of(update.Id));
                _sources.Drop(update.Id, update.DroppedSources);
            }
        }

        _sources.DropOrphans(set.DroppedOrphans);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteRowsAsync(CancellationToken cancellationToken)
    {
        foreach (var change in set.Changes)
        {
            switch (change)
            {
                case CreateRow create:
                    Add(change, create.Values, run.Run);
                    break;
                case RestoreRow restore:
                    Add(change, restore.Values, restore.CreatedByRun).Id = restore.Id;
                    _history.KeepRestoration(restore.Id);
                    break;
                case UpdateRow update:
                    Update(update);
                    break;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private ImportedEntity Add(RowChange change, IReadOnlyList<FieldValue> values, string? createdByRun)
    {
        var row = CrmMap.CreateRow(_kind);
        row.CreatedByRun = createdByRun;
        schema.Write(row, values);
        context.Add((object)row);
        return _written[change] = row;
    }

    private void Update(UpdateRow update)
    {
        var row = _written[update] = _rows[update.Id];
        schema.Write(row, update.Properties.Select(change => (change.Property, change.After)));
        // Where only the records change, the version moves all the same.
        row.Version++;
        _history.KeepChanges(row, update.ChangesOfRun);
    }

    private void PutSources()
    {
        foreach (var (change, row) in _written)
        {
            var (leader, others) = change switch
            {
                CreateRow create => (create.Leader, create.OtherSources),
                RestoreRow restore => (restore.Leader, restore.OtherSources),
                _ => (((UpdateRow)change).Leader, ((UpdateRow)change).PutSources),
            };
            _sources.Put(row.Id, leader, others);
        }

        _sources.PutOrphans(set.PutOrphans);
    }

    private async Task AddToListAsync(CancellationToken cancellationToken)
    {
        long[] ids = [.. set.Changes.OfType<UpdateRow>().Where(update => update.AddToList && _rows[update.Id].CreatedByRun != run.Run).Select(update => update.Id)];
        var listed = await context.ImportListEntries
            .Where(entry => entry.Run == run.Run && entry.Kind == _kind && ids.Contains(entry.RowId)).Select(entry => entry.RowId).ToListAsync(cancellationToken);
        context.ImportListEntries.AddRange(ids.Except(listed).Select(id => new ImportListEntry { Run = run.Run, Kind = _kind, RowId = id }));
    }

    private void Advance()
    {
        (run.Sequence, run.Checkpoint) = (set.Sequence, set.Checkpoint);
        context.ImportLogs.AddRange(set.Logs.Select(log => new ImportLog
        {
            Run = run.Run,
            Sequence = set.Sequence,
            Object = log.Object,
            First = log.First.ToString(),
            Last = log.Last.ToString(),
            Data = log.Data.ToArray(),
        }));
    }
}
