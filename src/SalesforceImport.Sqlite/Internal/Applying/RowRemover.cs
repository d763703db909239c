using SQLitePCL;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Removes rows, and keeps in history what they were before the run.</summary>
internal sealed class RowRemover(Session session, KindLayout layout, SourceTable sources, Run run)
{
    private KindLayout? _whole;

    private KindLayout Whole => _whole ??= KindColumns.Whole(session, layout.Kind);

    public void Remove(RemoveRow remove, RowFacts facts)
    {
        if (facts.CreatedBy != run.Number)
        {
            HistoryTable.Put(session, run.Number, new()
            {
                RowId = remove.Id,
                Kind = layout.Kind,
                Changes = ImageBefore(remove.Id),
                Removed = true,
                MergedInto = remove.MergedInto,
                CreatedByRun = facts.CreatedBy is { } creator ? Run.IdOf(session, creator) : null,
            });
        }

        // The table's own trigger takes the row's sources and its places in lists with it.
        int result = session.Get($"DELETE FROM {layout.Table} WHERE id = ?1").Bind(1, remove.Id).TryRun();
        if (result != raw.SQLITE_DONE)
        {
            throw result == raw.SQLITE_CONSTRAINT_FOREIGNKEY ? new RowReferencedException(remove.Id) : session.Fault(result);
        }
    }

    private List<HistoryChange> ImageBefore(long id)
    {
        var values = ReadWhole(id);
        var changed = HistoryTable.Find(session, run.Number, layout.Kind, id)?.Changes
            .ToDictionary(change => change.Property, change => change.Before, StringComparer.OrdinalIgnoreCase);
        var image = new List<HistoryChange>();
        for (int i = 0; i < values.Length; i++)
        {
            string name = Whole.Schema.Properties[i].Name;
            var before = changed is not null && changed.TryGetValue(name, out var old) ? old : values[i];
            if (!before.IsNull)
            {
                image.Add(new(name, before, FieldValue.Null));
            }
        }

        return image;
    }

    private FieldValue[] ReadWhole(long id)
    {
        using var row = session.Get(Whole.SelectRow).Bind(1, id);
        row.Step();
        return new RowReader(session, Whole, sources).ReadValues(row);
    }
}
