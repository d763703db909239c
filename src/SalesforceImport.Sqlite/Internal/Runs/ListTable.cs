namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// The list of a run. The rows it created are found by their own column, within the range of ids that the run made;
/// only rows that it did not create have an entry.
/// </summary>
internal static class ListTable
{
    private const string Number = "(SELECT number FROM imports WHERE id = ?1)";

    public static void Add(Session session, long run, RecordKind kind, long row) =>
        session.Get("INSERT OR IGNORE INTO import_list (import, row_id, kind) VALUES (?1, ?2, ?3)")
            .Bind(1, run).Bind(2, row).Bind(3, kind.Name()).Run();

    /// <summary>Notes which ids a run has made, so that its rows are found without an index over all rows.</summary>
    public static void Widen(Session session, long run, RecordKind kind, long first, long last) =>
        session.Get(
            "INSERT INTO import_ranges (import, kind, first_row, last_row) VALUES (?1, ?2, ?3, ?4) "
            + "ON CONFLICT DO UPDATE SET first_row = min(first_row, ?3), last_row = max(last_row, ?4)")
            .Bind(1, run).Bind(2, kind.Name()).Bind(3, first).Bind(4, last).Run();

    public static List<ListMember> Page(Session session, string run, RecordKind kind, long after, int take)
    {
        var page = new List<ListMember>();
        using var rows = session.Get($"{Members(session, kind)} ORDER BY 1 LIMIT ?4");
        rows.Bind(1, run).Bind(2, after).Bind(3, kind.Name()).Bind(4, take);
        while (rows.Step())
        {
            page.Add(new ListMember(rows.Int64(0), rows.Int64(1) != 0));
        }

        return page;
    }

    public static long Count(Session session, string run, RecordKind kind) =>
        session.Get($"SELECT count(*) FROM ({Members(session, kind)})").Bind(1, run).Bind(2, -1).Bind(3, kind.Name()).Number() ?? 0;

    private static string Members(Session session, RecordKind kind)
    {
        string listed = $"SELECT row_id, 0 FROM import_list WHERE import = {Number} AND kind = ?3 AND row_id > ?2";
        return !KindTable.Exists(session, kind) ? listed :
            $"""
            SELECT id, 1 FROM {kind.Table()}
            WHERE id > max(?2, coalesce((SELECT first_row FROM import_ranges WHERE import = {Number} AND kind = ?3), 0) - 1)
              AND id <= coalesce((SELECT last_row FROM import_ranges WHERE import = {Number} AND kind = ?3), -1)
              AND _created_by = {Number}
            UNION ALL
            {listed}
            """;
    }
}
