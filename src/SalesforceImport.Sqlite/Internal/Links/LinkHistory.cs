namespace SalesforceImport.Sqlite.Internal;

/// <summary>What runs did to links.</summary>
internal static class LinkHistory
{
    private const string ByKey = "import = ?1 AND org_id = ?2 AND kind = ?3 AND from_id = ?4 AND to_id = ?5";

    public static (StoredLink Before, long MadeBy)? Find(Session session, long run, SalesforceId org, LinkKey key)
    {
        using var row = session.Get($"SELECT {LinkRow.Columns}, made_by FROM import_link_history WHERE {ByKey}")
            .Bind(1, run).Bind(2, org).Bind(3, key);
        return row.Step() ? (LinkRow.Read(row), row.Int64(LinkRow.Count)) : null;
    }

    /// <summary>Keeps what was there before the run; what it did to it first is what counts.</summary>
    public static void Add(Session session, long run, SalesforceId org, StoredLink before, long madeBy) =>
        session.Get(
            $"INSERT OR IGNORE INTO import_link_history (import, org_id, {LinkRow.Columns}, made_by) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
            .Bind(1, run).Bind(2, org).Bind(3, before).Bind(3 + LinkRow.Count, madeBy).Run();

    public static void Remove(Session session, long run, SalesforceId org, LinkKey key) =>
        session.Get($"DELETE FROM import_link_history WHERE {ByKey}").Bind(1, run).Bind(2, org).Bind(3, key).Run();

    public static List<LinkChange> Page(Session session, string run, LinkKey? after, int take)
    {
        const string ByRun = "(SELECT number FROM imports WHERE id = ?1)";
        const string Nothing = "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";
        var page = new List<LinkChange>();
        using var rows = session.Get(
            $"""
            SELECT kind, from_id, to_id, {LinkRow.Columns}, {Nothing} FROM import_links
            WHERE made_by = {ByRun} AND (kind, from_id, to_id) > (?2, ?3, ?4)
            UNION ALL
            SELECT before.kind, before.from_id, before.to_id, {LinkRow.Of("now")}, {LinkRow.Of("before")}
            FROM import_link_history before
            LEFT JOIN import_links now
                ON now.org_id = before.org_id AND now.kind = before.kind AND now.from_id = before.from_id AND now.to_id = before.to_id
            WHERE before.import = {ByRun} AND (before.kind, before.from_id, before.to_id) > (?2, ?3, ?4)
            ORDER BY 1, 2, 3 LIMIT ?5
            """);
        rows.Bind(1, run).Bind(5, take);
        _ = after is { } last ? rows.Bind(2, last) : rows.Bind(2, string.Empty).Bind(3, string.Empty).Bind(4, string.Empty);
        while (rows.Step())
        {
            page.Add(new(
                LinkRow.ReadKey(rows),
                rows.IsNull(3 + LinkRow.Count) ? null : LinkRow.Read(rows, 3 + LinkRow.Count),
                rows.IsNull(3) ? null : LinkRow.Read(rows, 3)));
        }

        return page;
    }
}
