namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Creates rows: the path that a first import spends its time on. They are copied straight into the table, for a row that
/// is new has nothing to be merged with; a record that is there already, the unique index tells.
/// </summary>
internal sealed class RowCreator(Session session, KindLayout layout, Run run, RowWriter writer)
{
    public async Task CreateAsync(IReadOnlyList<CreateRow> creates, CancellationToken cancellationToken)
    {
        try
        {
            var copy = await session.CopyAsync(layout.CreateTarget, cancellationToken).ConfigureAwait(false);
            await using (copy.ConfigureAwait(false))
            {
                foreach (var create in creates)
                {
                    copy.BeginRow(writer.Columns);
                    writer.Write(copy, create.Leader, run.Number, create.Values);
                    await copy.FlushWhenFullAsync(cancellationToken).ConfigureAwait(false);
                }

                await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException exception) when (layout.IsLeaderClash(exception))
        {
            throw new SourceClashException([.. creates.Select(create => create.Leader.Key)], layout.Kind);
        }
    }

    /// <summary>The ids that created rows were given.</summary>
    public static async Task<Dictionary<SourceKey, long>> ReadIdsAsync(
        Session session, KindLayout layout, IReadOnlyCollection<SourceKey> leaders, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<SourceKey, long>(leaders.Count);
        await session.Round()
            .Read(
                $"SELECT c.id, c.org_id, c.salesforce_id FROM unnest($1::text[], $2::text[]) AS k (o, s) JOIN {layout.Table} c ON c.org_id = k.o AND c.salesforce_id = k.s",
                [leaders.Select(key => key.Org.ToString()).ToArray(), leaders.Select(key => key.Id.ToString()).ToArray()],
                row => ids[new(row.Id(1), row.Id(2))] = row.GetInt64(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return ids;
    }
}
