namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Forgets a row, leaving only what keeps it from coming back.</summary>
internal static class Eraser
{
    public static async Task<bool> ForgetAsync(Session session, RecordKind kind, long id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await KindColumns.WholeAsync(session, kind, cancellationToken).ConfigureAwait(false) is not { } layout)
        {
            return false;
        }

        Ground ground = null!;
        var first = session.Round().Read($"SELECT id FROM {layout.Table} WHERE id = $1 FOR UPDATE", [id], static _ => { });
        Ground.Read(first, layout, session.Address, found => ground = found);
        await first.SendAsync(cancellationToken).ConfigureAwait(false);
        if (await new RowReader(session, layout, ground).ReadAsync([id], run: null, withRuns: false, cancellationToken).ConfigureAwait(false) is not [var row])
        {
            return false;
        }

        var orphans = await LinkedOrphansAsync(session, layout, ground, row, cancellationToken).ConfigureAwait(false);
        var sources = row.Sources.Concat(orphans).ToList();
        string? own = layout.Email >= 0 ? row.Values[layout.Email].AsText() : null;
        var emails = sources.Select(source => source.Email).Append(own).OfType<string>().Select(HostRows.Fold).Where(email => email.Length > 0).Distinct();

        var last = session.Round();
        ErasureTable.Add(last, kind, [.. sources.Select(source => source.Key)], at);
        ErasureTable.Add(last, kind, [.. emails.Select(ground.Hash)], at);
        SourceTable.Drop(last, layout, [.. orphans.Select(orphan => orphan.Key)]);
        foreach (var ofOrg in sources.GroupBy(source => source.Key.Org, source => source.Key.Id))
        {
            LinkTable.Forget(last, ofOrg.Key, [.. ofOrg]);
        }

        HistoryTable.Forget(last, kind, [.. sources.Select(source => source.Key)]);
        HistoryTable.Forget(last, kind, id);
        await last.Run($"DELETE FROM {layout.Table} WHERE id = $1", id).SendAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    // An orphan that became one of the row's records is the same person, and its values would outlive the row.
    private static async Task<List<StoredSource>> LinkedOrphansAsync(
        Session session, KindLayout layout, Ground ground, StoredRow row, CancellationToken cancellationToken)
    {
        var orphans = new List<StoredSource>();
        if (ground.AnySources && row.Sources.Count > 0)
        {
            var round = session.Round();
            foreach (var ofOrg in row.Sources.GroupBy(source => source.Key.Org))
            {
                SourceTable.FindOrphans(round, layout, ofOrg.Key, [.. ofOrg.Select(source => source.Key.Id.ToString())], orphans.Add);
            }

            await round.SendAsync(cancellationToken).ConfigureAwait(false);
        }

        return orphans;
    }
}
