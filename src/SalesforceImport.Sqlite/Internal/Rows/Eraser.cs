namespace SalesforceImport.Sqlite.Internal;

/// <summary>Forgets a row, leaving only what keeps it from coming back.</summary>
internal static class Eraser
{
    public static bool Forget(Session session, RecordKind kind, long id, DateTimeOffset at)
    {
        if (!KindTable.Exists(session, kind))
        {
            return false;
        }

        var layout = KindColumns.Whole(session, kind);
        var sources = new SourceTable(session, layout);
        if (new RowReader(session, layout, sources).Read(id, run: null) is not { } row)
        {
            return false;
        }

        var erasures = new ErasureTable(session, kind);
        foreach (var source in row.Sources)
        {
            erasures.Add(source.Key, at);
            EraseLinkedOrphans(sources, erasures, source.Key, at);
            EraseLinks(session, source.Key);
            HistoryTable.Forget(session, kind, source.Key);
        }

        string? own = layout.Email >= 0 ? row.Values[layout.Email].AsText() : null;
        foreach (string email in row.Sources.Select(source => source.Email).Append(own).OfType<string>().Select(HostRows.Fold).Distinct())
        {
            if (email.Length > 0)
            {
                erasures.Add(email, at);
            }
        }

        HistoryTable.Forget(session, kind, id);
        session.Get($"DELETE FROM {layout.Table} WHERE id = ?1").Bind(1, id).Run();
        return true;
    }

    private static void EraseLinks(Session session, SourceKey key)
    {
        foreach (string table in (ReadOnlySpan<string>)["import_links", "import_link_history"])
        {
            session.Get($"DELETE FROM {table} WHERE org_id = ?1 AND (from_id = ?2 OR to_id = ?2)").Bind(1, key.Org).Bind(2, key.Id).Run();
        }
    }

    // An orphan that became one of the row's records is the same person, and its values would outlive the row.
    private static void EraseLinkedOrphans(SourceTable sources, ErasureTable erasures, SourceKey key, DateTimeOffset at)
    {
        var orphans = new Dictionary<SourceKey, StoredSource>();
        sources.Find(key, [], orphans);
        foreach (var orphan in orphans.Values)
        {
            erasures.Add(orphan.Key, at);
            sources.Drop(orphan.Key);
            if (orphan.Email is { Length: > 0 } email)
            {
                erasures.Add(email, at);
            }
        }
    }
}
