namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Keeps, before anything moves, the records of the rows that were there before the run and are about to gain or lose one.
/// What the run does to them first is what counts.
/// </summary>
internal sealed class SourceKeeper(Session session, KindLayout layout, SourceTable sources, Run run)
{
    public void Keep(IReadOnlyList<RowChange> changes, Dictionary<long, RowFacts> rows)
    {
        foreach (var change in changes)
        {
            long? id = change switch
            {
                UpdateRow { Leader: null, PutSources.Count: 0, DroppedSources.Count: 0 } => null,
                UpdateRow update => update.Id,
                RemoveRow remove => remove.Id,
                _ => null,
            };
            if (id is { } row && rows[row].CreatedBy != run.Number && !HistoryTable.HoldsSources(session, run.Number, layout.Kind, row))
            {
                Keep(row);
            }
        }
    }

    private void Keep(long id)
    {
        var row = new RowReader(session, layout, sources).Read(id, run: null)!;
        HistoryTable.PutSources(
            session, run.Number, layout.Kind, id, row.Leader is { } leader ? $"{leader.Org}{leader.Id}" : null, SourceImages.ToJson(row.Sources, layout.Schema));
    }
}
