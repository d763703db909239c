using System.Text;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What runs did to rows that were there before them.</summary>
internal static class HistoryTable
{
    private const string Columns = "row_id, kind, removed, merged_into, changes";

    /// <summary>What a run did to some rows of a kind, by row.</summary>
    public static void Read(Round round, long run, RecordKind kind, long[] rows, Dictionary<long, HistoryEntry> into) => round.Read(
        $"SELECT {Columns} FROM import_history WHERE import = $1 AND kind = $2 AND row_id = ANY ($3)",
        [run, kind.Name(), rows],
        row => into[row.GetInt64(0)] = Read(row));

    /// <summary>Keeps entries in place of those there are; one that says nothing goes.</summary>
    public static async Task PutAsync(Session session, long run, RecordKind kind, List<HistoryEntry> entries, CancellationToken cancellationToken)
    {
        await session.Round()
            .Run(
                "DELETE FROM import_history WHERE import = $1 AND kind = $2 AND row_id = ANY ($3)",
                run, kind.Name(), entries.Select(entry => entry.RowId).ToArray())
            .SendAsync(cancellationToken).ConfigureAwait(false);

        var copy = await session.CopyAsync($"import_history (import, {Columns})", cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var entry in entries.Where(entry => entry.Changes.Count > 0 || entry.Removed))
            {
                copy.BeginRow(6);
                copy.Write(run);
                copy.Write(entry.RowId);
                copy.WriteUtf8(Encoding.UTF8.GetBytes(kind.Name()));
                copy.Write(entry.Removed);
                copy.Write(entry.MergedInto);
                copy.Write(HistoryChanges.ToJson(entry.Changes));
                await copy.FlushWhenFullAsync(cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task<IReadOnlyList<HistoryEntry>> PageAsync(Session session, string run, long after, int take, CancellationToken cancellationToken)
    {
        var page = new RowPage<HistoryEntry>(take, entry => entry.RowId);
        await session.Round()
            .Read(
                $"""
                SELECT {Columns} FROM import_history WHERE import = (SELECT number FROM imports WHERE id = $1) AND row_id > $2
                ORDER BY row_id, kind LIMIT $3
                """,
                [run, after, (long)take + KindNames.All.Length],
                row => page.Offer(Read(row)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page.Items;
    }

    /// <summary>Drops all that is known of a row and of the rows that were merged into it, however long the chain.</summary>
    public static void Forget(Round round, RecordKind kind, long row) => round.Run(
        """
        WITH RECURSIVE persons (id) AS (
            SELECT $2::bigint
            UNION
            SELECT h.row_id FROM import_history h JOIN persons p ON h.merged_into = p.id WHERE h.kind = $1
        )
        DELETE FROM import_history WHERE kind = $1 AND row_id IN (SELECT id FROM persons)
        """,
        kind.Name(), row);

    private static HistoryEntry Read(NpgsqlDataReader row) => new()
    {
        RowId = row.GetInt64(0),
        Kind = KindNames.Parse(row.GetString(1)),
        Removed = row.GetBoolean(2),
        MergedInto = row.NumberOrNull(3),
        Changes = HistoryChanges.FromJson(row.GetString(4)),
    };
}
