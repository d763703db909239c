namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Keeps, before anything moves, the records of the rows that were there before the run and are about to gain or lose one.
/// </summary>
internal sealed class SourceKeeper(Session session, KindLayout layout, Run run)
{
    public async Task KeepAsync(IEnumerable<RowChange> changes, Dictionary<long, RowFacts> rows, CancellationToken cancellationToken)
    {
        long[] moving = [.. changes.Select(Moving).OfType<long>().Where(id => rows[id].CreatedBy != run.Number)];
        if (moving.Length > 0)
        {
            var round = session.Round();
            HistoryTable.KeepSources(round, layout, run.Number, moving);
            await round.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static long? Moving(RowChange change) => change switch
    {
        UpdateRow { Leader: null, PutSources.Count: 0, DroppedSources.Count: 0 } => null,
        UpdateRow update => update.Id,
        RemoveRow remove => remove.Id,
        _ => null,
    };
}
