namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// What goes before anything is put: dropped sources, and leaders that change, so that two rows can swap theirs without
/// meeting in the unique index.
/// </summary>
internal sealed class LeaderReleaser(Session session, KindLayout layout, Dictionary<long, RowFacts> rows)
{
    public async Task ReleaseAsync(IReadOnlyList<UpdateRow> updates, Placements placements, CancellationToken cancellationToken)
    {
        var dropped = new List<(SourceKey, long)>();
        var leaving = new List<long>();
        foreach (var update in updates)
        {
            dropped.AddRange(update.DroppedSources.Select(key => (key, update.Id)));
            if (rows[update.Id].Leader is { } leader && Leaves(update, leader.Key))
            {
                leaving.Add(update.Id);

                // Until it is dropped, a former leader stays with the row.
                if (!update.DroppedSources.Contains(leader.Key) && !update.PutSources.Any(source => source.Key == leader.Key))
                {
                    placements.AddFormer(leader, update.Id);
                }
            }
        }

        if (dropped.Count + leaving.Count == 0)
        {
            return;
        }

        var round = session.Round();
        if (dropped.Count > 0)
        {
            SourceTable.DropOf(round, layout, dropped);
        }

        if (leaving.Count > 0)
        {
            round.Run(
                $"UPDATE {layout.Table} SET org_id = NULL, salesforce_id = NULL, salesforce_object = NULL, _leader_created = NULL, _match_email = NULL, _version = _version + 1 WHERE id = ANY ($1)",
                leaving.ToArray());
        }

        await round.SendAsync(cancellationToken).ConfigureAwait(false);
    }

    private static bool Leaves(UpdateRow update, SourceKey leader) =>
        update.Leader is null ? update.DroppedSources.Contains(leader) : update.Leader.Key != leader;
}
