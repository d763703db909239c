namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Gives sources to rows, and sees to it that none belongs to two.</summary>
internal sealed class SourcePlacer(Session session, KindLayout layout, Ground ground)
{
    private const string Staging = "import_staged_sources";

    public async Task PlaceAsync(Placements placements, CancellationToken cancellationToken)
    {
        // A plain leader is in its row already, and where no source is kept beside a row, none can be in its way.
        if (placements.Count == 0 || (!ground.AnySources && !placements.AnyKept))
        {
            return;
        }

        await session.Round()
            .Run($"CREATE TEMP TABLE {Staging} ON COMMIT DROP AS SELECT {SourceTable.Columns}, false AS leads, false AS is_former, false AS is_kept FROM import_sources LIMIT 0")
            .SendAsync(cancellationToken).ConfigureAwait(false);
        await StageAsync(placements, cancellationToken).ConfigureAwait(false);
        await RefuseClashesAsync(cancellationToken).ConfigureAwait(false);
        await session.Round()
            .Run(
                $"DELETE FROM import_sources x USING {Staging} s WHERE x.kind = $1 AND x.org_id = s.org_id AND x.salesforce_id = s.salesforce_id AND NOT s.is_kept",
                layout.Name)
            .Run(
                $"""
                INSERT INTO import_sources AS x ({SourceTable.Columns}, kind) SELECT {SourceTable.Columns}, $1 FROM {Staging} WHERE is_kept
                ON CONFLICT (kind, org_id, salesforce_id) DO UPDATE SET
                    (salesforce_object, contributes, created_at, email, linked_to, "values", row_id) =
                    (excluded.salesforce_object, excluded.contributes, excluded.created_at, excluded.email, excluded.linked_to, excluded."values", excluded.row_id)
                """,
                layout.Name)
            .Run($"DROP TABLE {Staging}")
            .SendAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees to it that records which lead new rows, and are nothing more, are not kept beside another, nor as orphans.</summary>
    public async Task FreeAsync(IReadOnlyCollection<SourceKey> leaders, CancellationToken cancellationToken)
    {
        if (!ground.AnySources || leaders.Count == 0)
        {
            return;
        }

        var clashes = new List<SourceKey>();
        var round = session.Round();
        SourceTable.FindOwned(round, layout, leaders, clashes.Add);
        SourceTable.Drop(round, layout, leaders);
        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        Refuse(clashes);
    }

    private async Task StageAsync(Placements placements, CancellationToken cancellationToken)
    {
        var copy = await session.CopyAsync(Staging, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var placement in placements.All)
            {
                var source = placement.Source;
                copy.BeginRow(12);
                copy.Write(source.Key.Org);
                copy.Write(source.Key.Id);
                copy.Write(source.Object);
                copy.Write(source.Contributes);
                copy.Write(source.CreatedDate);
                copy.Write(source.Email);
                copy.Write(source.LinkedTo);
                copy.Write(SourceValues.ToJson(source.Values, layout.Schema));
                copy.Write(placement.Row);
                copy.Write(placement.Leads);
                copy.Write(placement.IsFormer);
                copy.Write(placement.IsKept);
                await copy.FlushWhenFullAsync(cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefuseClashesAsync(CancellationToken cancellationToken)
    {
        var clashes = new List<SourceKey>();
        await session.Round()
            .Read(
                $"""
                SELECT s.org_id, s.salesforce_id FROM {Staging} s JOIN import_sources x ON x.kind = $1 AND x.org_id = s.org_id AND x.salesforce_id = s.salesforce_id
                WHERE x.row_id IS NOT NULL AND x.row_id IS DISTINCT FROM s.row_id
                UNION ALL
                SELECT s.org_id, s.salesforce_id FROM {Staging} s JOIN {layout.Table} t ON t.org_id = s.org_id AND t.salesforce_id = s.salesforce_id
                WHERE NOT s.leads AND t.id IS DISTINCT FROM s.row_id
                """,
                [layout.Name],
                row => clashes.Add(new(row.Id(0), row.Id(1))))

            // What is kept of a former leader already says more than the row did.
            .Run(
                $"DELETE FROM {Staging} s USING import_sources x WHERE s.is_former AND x.kind = $1 AND x.org_id = s.org_id AND x.salesforce_id = s.salesforce_id AND x.row_id IS NOT NULL",
                layout.Name)
            .SendAsync(cancellationToken).ConfigureAwait(false);
        Refuse(clashes);
    }

    private void Refuse(List<SourceKey> clashes)
    {
        if (clashes.Count > 0)
        {
            throw new SourceClashException(clashes, layout.Kind);
        }
    }
}
