namespace SalesforceImport.Sqlite.Internal;

/// <summary>What runs did to rows that were there before them.</summary>
internal static class HistoryTable
{
    private const string Columns = "row_id, kind, removed, merged_into, changes";

    public static HistoryEntry? Find(Session session, long run, RecordKind kind, long row)
    {
        using var found = session.Get($"SELECT {Columns} FROM import_history WHERE import = ?1 AND row_id = ?2 AND kind = ?3")
            .Bind(1, run).Bind(2, row).Bind(3, kind.Name());
        return found.Step() ? Read(found) : null;
    }

    /// <summary>Keeps an entry in place of the one there is; one that says nothing goes.</summary>
    public static void Put(Session session, long run, HistoryEntry entry)
    {
        if (entry.Changes.Count == 0 && !entry.Removed)
        {
            session.Get("DELETE FROM import_history WHERE import = ?1 AND row_id = ?2 AND kind = ?3")
                .Bind(1, run).Bind(2, entry.RowId).Bind(3, entry.Kind.Name()).Run();
            return;
        }

        using var put = session.Get($"INSERT OR REPLACE INTO import_history (import, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        put.Bind(1, run).Bind(2, entry.RowId).Bind(3, entry.Kind.Name()).Bind(4, entry.Removed ? 1 : 0);
        _ = entry.MergedInto is { } into ? put.Bind(5, into) : put.BindNull(5);
        put.Bind(6, HistoryChanges.ToJson(entry.Changes)).Run();
    }

    public static List<HistoryEntry> Page(Session session, string run, RecordKind kind, long after, int take)
    {
        var page = new List<HistoryEntry>();
        using var rows = session.Get(
            $"SELECT {Columns} FROM import_history WHERE import = (SELECT number FROM imports WHERE id = ?1) AND kind = ?2 AND row_id > ?3 ORDER BY row_id LIMIT ?4");
        rows.Bind(1, run).Bind(2, kind.Name()).Bind(3, after).Bind(4, take);
        while (rows.Step())
        {
            page.Add(Read(rows));
        }

        return page;
    }

    /// <summary>Drops all that is known of a row and of the rows that were merged into it, however long the chain.</summary>
    public static void Forget(Session session, RecordKind kind, long row)
    {
        var persons = new HashSet<long>();
        var waiting = new Queue<long>([row]);
        while (waiting.TryDequeue(out long id))
        {
            if (!persons.Add(id))
            {
                continue;
            }

            using (var merged = session.Get("SELECT row_id FROM import_history WHERE kind = ?1 AND merged_into = ?2").Bind(1, kind.Name()).Bind(2, id))
            {
                while (merged.Step())
                {
                    waiting.Enqueue(merged.Int64(0));
                }
            }

            session.Get("DELETE FROM import_history WHERE kind = ?1 AND row_id = ?2").Bind(1, kind.Name()).Bind(2, id).Run();
        }
    }

    private static HistoryEntry Read(Statement row) => new()
    {
        RowId = row.Int64(0),
        Kind = KindNames.Parse(row.Text(1)),
        Removed = row.Int64(2) != 0,
        MergedInto = row.IsNull(3) ? null : row.Int64(3),
        Changes = HistoryChanges.FromJson(row.Text(4)),
    };
}
