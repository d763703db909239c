using System.Text;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Updates rows: what changes is copied into a table of the session's own, and merged in one statement.</summary>
internal sealed class RowUpdater(Session session, KindLayout layout, RefusedTexts refused)
{
    private readonly string _staging = $"import_staged_{layout.Table}";

    public async Task UpdateAsync(IReadOnlyList<UpdateRow> updates, Dictionary<long, RowFacts> rows, CancellationToken cancellationToken)
    {
        int[] touched = [.. updates.SelectMany(update => update.Properties).Select(change => change.Property).Distinct().Order()];
        bool anyLeader = updates.Any(update => update.Leader is not null);
        await session.Round().Run(Staging(touched)).SendAsync(cancellationToken).ConfigureAwait(false);
        await StageAsync(updates, rows, touched, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.Round().Run(Merge(touched, anyLeader)).Run($"DROP TABLE {_staging}").SendAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (layout.IsLeaderClash(exception))
        {
            throw new SourceClashException([.. updates.Select(update => update.Leader?.Key).OfType<SourceKey>()], layout.Kind);
        }
    }

    private async Task StageAsync(
        IReadOnlyList<UpdateRow> updates, Dictionary<long, RowFacts> rows, int[] touched, CancellationToken cancellationToken)
    {
        var positions = touched.Select((property, position) => (property, position)).ToDictionary(one => one.property, one => one.position);
        var staged = new FieldValue[touched.Length];
        byte[] set = new byte[(touched.Length + 7) / 8];
        var copy = await session.CopyAsync(_staging, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var update in updates)
            {
                Array.Clear(staged);
                Array.Clear(set);
                foreach (var change in update.Properties)
                {
                    int position = positions[change.Property];
                    staged[position] = change.After;
                    set[position / 8] |= (byte)(1 << (position % 8));
                }

                var record = update.Leader?.Key.Id ?? rows[update.Id].Leader?.Key.Id ?? default;
                Write(copy, update, set, staged, touched, record);
                await copy.FlushWhenFullAsync(cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Write(CopyStream copy, UpdateRow update, byte[] set, FieldValue[] staged, int[] touched, SalesforceId record)
    {
        copy.BeginRow(8 + touched.Length);
        copy.Write(update.Id);
        copy.WriteBytes(set);
        copy.Write(update.Leader is not null);
        copy.Write(update.Leader?.Key.Org);
        copy.Write(update.Leader?.Key.Id);
        copy.Write(update.Leader?.Object);
        copy.Write(update.Leader?.CreatedDate);
        copy.Write(update.Leader is { Contributes: true } leader ? leader.Email : null);
        for (int i = 0; i < touched.Length; i++)
        {
            if (!copy.Write(staged[i], layout.Forms[touched[i]]))
            {
                refused.Add(layout.Schema.Properties[touched[i]], record);
            }
        }
    }

    private string Staging(int[] touched) =>
        $"CREATE TEMP TABLE {_staging} (id bigint, _set bytea, _leads boolean, org_id text, salesforce_id text, salesforce_object text, _leader_created timestamptz, _match_email text"
        + string.Concat(touched.Select(property => $", {layout.Quoted[property]} {ColumnTypes.Declaration(layout.Forms[property])}"))
        + ") ON COMMIT DROP";

    private string Merge(int[] touched, bool anyLeader)
    {
        var sql = new StringBuilder($"UPDATE {layout.Table} t SET _version = t._version + 1");
        foreach (string column in anyLeader ? (ReadOnlySpan<string>)["org_id", "salesforce_id", "salesforce_object", "_leader_created", "_match_email"] : [])
        {
            sql.Append($", {column} = CASE WHEN s._leads THEN s.{column} ELSE t.{column} END");
        }

        for (int i = 0; i < touched.Length; i++)
        {
            string column = layout.Quoted[touched[i]];
            sql.Append($", {column} = CASE WHEN get_bit(s._set, {i}) = 1 THEN s.{column} ELSE t.{column} END");
        }

        return sql.Append($" FROM {_staging} s WHERE t.id = s.id").ToString();
    }
}
