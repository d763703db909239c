namespace SalesforceImport.Sqlite.Internal;

/// <summary>Each kind's epoch, and who opened it last. Whether that one still lives, its lock file tells.</summary>
internal static class LeaseTable
{
    public static long Epoch(Session session, RecordKind kind) =>
        session.Get("SELECT epoch FROM import_leases WHERE kind = ?1").Bind(1, kind.Name()).Number() ?? 0;

    public static string Holder(Session session, RecordKind kind)
    {
        using var row = session.Get("SELECT holder FROM import_leases WHERE kind = ?1").Bind(1, kind.Name());
        return row.Step() ? row.Text(0) : "unknown";
    }

    public static long NextEpoch(Session session) =>
        (session.Get("SELECT max(epoch) FROM import_leases").Number() ?? 0) + 1;

    public static void Take(Session session, RecordKind kind, long epoch, string holder) =>
        session.Get("INSERT OR REPLACE INTO import_leases (kind, epoch, holder) VALUES (?1, ?2, ?3)")
            .Bind(1, kind.Name()).Bind(2, epoch).Bind(3, holder).Run();
}
