namespace SalesforceImport.Sqlite.Internal;

/// <summary>What runs did to rows that were there before them.</summary>
internal static class HistoryTable
{
    private const string Columns = "row_id, kind, removed, merged_into, changes, restored, created_by, leader_before, sources_before";

    private const string ByRow = "import = ?1 AND kind = ?2 AND row_id = ?3";

    public static HistoryEntry? Find(Session session, long run, RecordKind kind, long row)
    {
        using var found = session.Get($"SELECT {Columns} FROM import_history WHERE {ByRow}").Bind(1, run).Bind(2, kind.Name()).Bind(3, row);
        return found.Step() ? Read(session, found, schema: null) : null;
    }

    /// <summary>Keeps what a run did to a row in place of what is there; an entry that says nothing goes.</summary>
    public static void Put(Session session, long run, HistoryEntry entry)
    {
        if (entry is { Changes.Count: 0, Removed: false, Restored: false } && !HoldsSources(session, run, entry.Kind, entry.RowId))
        {
            session.Get($"DELETE FROM import_history WHERE {ByRow}").Bind(1, run).Bind(2, entry.Kind.Name()).Bind(3, entry.RowId).Run();
            return;
        }

        using var put = session.Get(
            "INSERT INTO import_history (import, kind, row_id, removed, merged_into, changes, restored, created_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
            + "ON CONFLICT DO UPDATE SET removed = ?4, merged_into = ?5, changes = ?6, restored = ?7, created_by = ?8");
        put.Bind(1, run).Bind(2, entry.Kind.Name()).Bind(3, entry.RowId).Bind(4, entry.Removed ? 1 : 0);
        _ = entry.MergedInto is { } into ? put.Bind(5, into) : put.BindNull(5);
        put.Bind(6, HistoryChanges.ToJson(entry.Changes)).Bind(7, entry.Restored ? 1 : 0);
        _ = entry.CreatedByRun is { } creator ? put.Bind(8, Run.Get(session, creator).Number) : put.BindNull(8);
        put.Run();
    }

    public static bool HoldsSources(Session session, long run, RecordKind kind, long row) =>
        session.Get($"SELECT 1 FROM import_history WHERE {ByRow} AND sources_before IS NOT NULL").Bind(1, run).Bind(2, kind.Name()).Bind(3, row).Any();

    /// <summary>Keeps the records of a row as they were before the run.</summary>
    public static void PutSources(Session session, long run, RecordKind kind, long row, string? leader, string sources) =>
        session.Get(
            "INSERT INTO import_history (import, kind, row_id, removed, changes, restored, leader_before, sources_before) VALUES (?1, ?2, ?3, 0, '[]', 0, ?4, ?5) "
            + "ON CONFLICT DO UPDATE SET leader_before = ?4, sources_before = ?5")
            .Bind(1, run).Bind(2, kind.Name()).Bind(3, row).Bind(4, leader).Bind(5, sources).Run();

    public static List<HistoryEntry> Page(Session session, string run, StoreSchema schema, long after, int take)
    {
        var page = new List<HistoryEntry>();
        using var rows = session.Get(
            $"SELECT {Columns} FROM import_history WHERE import = (SELECT number FROM imports WHERE id = ?1) AND kind = ?2 AND row_id > ?3 ORDER BY row_id LIMIT ?4");
        rows.Bind(1, run).Bind(2, schema.Kind.Name()).Bind(3, after).Bind(4, take);
        while (rows.Step())
        {
            page.Add(Read(session, rows, schema));
        }

        return page;
    }

    /// <summary>The runs that have history of a row, oldest first.</summary>
    public static List<string> Changers(Session session, RecordKind kind, long row)
    {
        var runs = new List<string>();
        using var rows = session.Get(
            "SELECT imports.id FROM import_history JOIN imports ON imports.number = import WHERE kind = ?1 AND row_id = ?2 ORDER BY imports.number");
        rows.Bind(1, kind.Name()).Bind(2, row);
        while (rows.Step())
        {
            runs.Add(rows.Text(0));
        }

        return runs;
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

    /// <summary>
    /// Drops what runs did to rows up to the time a record left them: what those rows held before was, in part, its values.
    /// </summary>
    public static void Forget(Session session, RecordKind kind, SourceKey left) =>
        session.Get(
            """
            DELETE FROM import_history WHERE kind = ?1 AND EXISTS (
                SELECT 1 FROM import_history later
                WHERE later.kind = ?1 AND later.row_id = import_history.row_id AND later.import >= import_history.import
                    AND instr(later.sources_before, ?2) > 0)
            """).Bind(1, kind.Name()).Bind(2, $"\"org\":\"{left.Org}\",\"id\":\"{left.Id}\"").Run();

    private static HistoryEntry Read(Session session, Statement row, StoreSchema? schema) => new()
    {
        RowId = row.Int64(0),
        Kind = KindNames.Parse(row.Text(1)),
        Removed = row.Int64(2) != 0,
        MergedInto = row.IsNull(3) ? null : row.Int64(3),
        Changes = HistoryChanges.FromJson(row.Text(4)),
        Restored = row.Int64(5) != 0,
        CreatedByRun = row.IsNull(6) ? null : Run.IdOf(session, row.Int64(6)),
        LeaderBefore = row.TextOrNull(7) is { } leader ? new(SalesforceId.Parse(leader[..18]), SalesforceId.Parse(leader[18..])) : null,
        SourcesBefore = schema is not null && row.TextOrNull(8) is { } sources ? SourceImages.FromJson(sources, schema) : null,
    };
}
