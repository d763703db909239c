namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Puts rows back that an earlier run removed, under their ids.</summary>
internal sealed class RowRestorer(Session session, KindLayout layout, Run run, RowWriter writer)
{
    public async Task RestoreAsync(IReadOnlyList<RestoreRow> restores, Placements placements, CancellationToken cancellationToken)
    {
        var creators = await CreatorsAsync(restores, cancellationToken).ConfigureAwait(false);
        await CopyAsync(restores, creators, cancellationToken).ConfigureAwait(false);
        foreach (var restore in restores)
        {
            if (restore.Leader is { } leader)
            {
                placements.AddLeader(leader, restore.Id);
            }

            placements.Add(restore.OtherSources, restore.Id);
        }

        var round = session.Round();
        HistoryTable.Put(
            round,
            run.Number,
            layout.Kind,
            [.. restores.Select(restore => new HistoryLine(new() { RowId = restore.Id, Kind = layout.Kind, Restored = true }))]);
        CountPast(round, restores.Max(restore => restore.Id));
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, long>> CreatorsAsync(IReadOnlyList<RestoreRow> restores, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        string[] runs = [.. restores.Select(restore => restore.CreatedByRun).OfType<string>().Distinct()];
        if (runs.Length > 0)
        {
            await session.Round()
                .Read("SELECT id, number FROM imports WHERE id = ANY ($1)", [runs], row => numbers[row.GetString(0)] = row.GetInt64(1))
                .SendAsync(cancellationToken).ConfigureAwait(false);
        }

        return numbers;
    }

    private async Task CopyAsync(IReadOnlyList<RestoreRow> restores, Dictionary<string, long> creators, CancellationToken cancellationToken)
    {
        try
        {
            var copy = await session.CopyAsync(layout.RestoreTarget, cancellationToken).ConfigureAwait(false);
            await using (copy.ConfigureAwait(false))
            {
                foreach (var restore in restores)
                {
                    copy.BeginRow(1 + writer.Columns);
                    copy.Write(restore.Id);
                    long? creator = restore.CreatedByRun is { } id && creators.TryGetValue(id, out long number) ? number : null;
                    writer.Write(copy, restore.Leader, creator, restore.Values);
                    await copy.FlushWhenFullAsync(cancellationToken).ConfigureAwait(false);
                }

                await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException exception) when (layout.IsLeaderClash(exception) || layout.IsIdClash(exception))
        {
            throw new SourceClashException([.. restores.Select(restore => restore.Leader?.Key).OfType<SourceKey>()], layout.Kind);
        }
    }

    // In a database that was moved, the counter of ids may be behind them.
    private void CountPast(Round round, long id) => round.Read(
        "SELECT setval(s.sequence, $2) FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS sequence) AS s "
        + "WHERE s.sequence IS NOT NULL AND $2 > coalesce(pg_sequence_last_value(s.sequence), 0)",
        [layout.Table, id],
        static _ => { });
}
