namespace SalesforceImport.Sqlite.Internal;

/// <summary>The ledger of our own calls.</summary>
internal static class CallTable
{
    // A usage page shows seven days, and a window is a day long: what is older serves nobody.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    // Old calls are looked for once in so many, so that a charge stays one small transaction.
    private const int CallsBetweenPrunings = 512;

    public static ChargeResult TryCharge(Session session, CallCharge charge)
    {
        // Calls later than this one count too: another process's clock may be ahead, and the cap must hold in its window as well.
        string after = Timestamps.ToText(charge.At - charge.Window);
        long used = session.Get("SELECT count(*) FROM api_calls WHERE org_id = ?1 AND called_at > ?2")
            .Bind(1, charge.Org).Bind(2, after).Number() ?? 0;
        if (charge.Cap is { } cap && used >= cap)
        {
            return new(Granted: false, used, cap > 0 ? Leaving(session, charge.Org, cap) + charge.Window : null);
        }

        session.Get("INSERT INTO api_calls (org_id, called_at, kind, run) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, charge.Org).Bind(2, Timestamps.ToText(charge.At)).Bind(3, charge.Kind.ToString()).Bind(4, charge.Run).Run();
        if (session.LastInsertId % CallsBetweenPrunings == 0)
        {
            Prune(session, charge.At - (charge.Window > Kept ? charge.Window : Kept));
        }

        return new(Granted: true, used + 1, AllowedAt: null);
    }

    public static long CountSince(Session session, string org, DateTimeOffset since) =>
        session.Get("SELECT count(*) FROM api_calls WHERE org_id = ?1 AND called_at >= ?2")
            .Bind(1, org).Bind(2, Timestamps.ToText(since)).Number() ?? 0;

    public static void Move(Session session, string from, string to) =>
        session.Get("UPDATE api_calls SET org_id = ?2 WHERE org_id = ?1").Bind(1, from).Bind(2, to).Run();

    public static long CountOfRun(Session session, string run) =>
        session.Get("SELECT count(*) FROM api_calls WHERE run = ?1").Bind(1, run).Number() ?? 0;

    // Where the cap was lowered, more than one call must leave the window before the next is allowed.
    private static DateTimeOffset Leaving(Session session, string org, long cap)
    {
        using var row = session.Get("SELECT called_at FROM api_calls WHERE org_id = ?1 ORDER BY called_at DESC LIMIT 1 OFFSET ?2")
            .Bind(1, org).Bind(2, cap - 1);
        row.Step();
        return Timestamps.Parse(row.Text(0));
    }

    private static void Prune(Session session, DateTimeOffset before)
    {
        session.Get("DELETE FROM api_calls WHERE called_at < ?1").Bind(1, Timestamps.ToText(before)).Run();
        session.Get("DELETE FROM api_usage WHERE seen_at < ?1").Bind(1, Timestamps.ToText(before)).Run();
    }
}
