namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The ledger of our own calls.</summary>
internal static class CallTable
{
    // A usage page shows seven days, and a window is a day long: what is older serves nobody.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    // Old calls are looked for once in so many, so that a charge stays one small transaction.
    private const int CallsBetweenPrunings = 512;

    public static async Task<ChargeResult> TryChargeAsync(Session session, CallCharge charge, CancellationToken cancellationToken)
    {
        // The lock is taken by a statement of its own: the one behind it sees what its former holder has committed.
        // Calls later than this one count too: another process's clock may be ahead, and the cap must hold in its window as well.
        (long Used, long? Id, DateTimeOffset? Leaving) charged = default;
        await session.Round()
            .Read("SELECT pg_advisory_xact_lock('api_calls'::regclass::oid::int4, hashtext($1))", [charge.Org], static _ => { })
            .Read(
                """
                WITH used AS (SELECT count(*) AS calls FROM api_calls WHERE org_id = $1 AND called_at > $2),
                charged AS (
                    INSERT INTO api_calls (org_id, called_at, kind, run) SELECT $1, $3, $4, $5 FROM used WHERE $6::bigint IS NULL OR calls < $6 RETURNING id)
                SELECT (SELECT calls FROM used), (SELECT id FROM charged),
                    (SELECT called_at FROM api_calls WHERE org_id = $1 AND $6 > 0 AND (SELECT calls FROM used) >= $6 ORDER BY called_at DESC LIMIT 1 OFFSET greatest($6 - 1, 0))
                """,
                [charge.Org, charge.At - charge.Window, charge.At, charge.Kind.ToString(), charge.Run, charge.Cap],
                row => charged = (row.GetInt64(0), row.NumberOrNull(1), row.InstantOrNull(2)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        if (charged.Id is not { } id)
        {
            // Where the cap was lowered, more than one call must leave the window before the next is allowed.
            return new(Granted: false, charged.Used, charged.Leaving + charge.Window);
        }

        if (id % CallsBetweenPrunings == 0)
        {
            await PruneAsync(session, charge.At - (charge.Window > Kept ? charge.Window : Kept), cancellationToken).ConfigureAwait(false);
        }

        return new(Granted: true, charged.Used + 1, AllowedAt: null);
    }

    public static Task<long> CountSinceAsync(Session session, string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        CountAsync(session, "SELECT count(*) FROM api_calls WHERE org_id = $1 AND called_at >= $2", [org, since], cancellationToken);

    public static Task<long> CountOfRunAsync(Session session, string run, CancellationToken cancellationToken) =>
        CountAsync(session, "SELECT count(*) FROM api_calls WHERE run = $1", [run], cancellationToken);

    /// <summary>Enters calls and usage under another name of the org, while nobody is being charged under either.</summary>
    public static async Task<bool> MoveAsync(Session session, string from, string to, CancellationToken cancellationToken)
    {
        await session.Round()
            .Read(
                "SELECT pg_advisory_xact_lock('api_calls'::regclass::oid::int4, name) FROM (SELECT hashtext(org) AS name FROM unnest(ARRAY[$1, $2]) org ORDER BY 1) names",
                [from, to],
                static _ => { })
            .Run("UPDATE api_calls SET org_id = $2 WHERE org_id = $1", from, to)
            .Run("UPDATE api_usage SET org_id = $2 WHERE org_id = $1", from, to)
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<long> CountAsync(Session session, string sql, object?[] values, CancellationToken cancellationToken)
    {
        long count = 0;
        await session.Round().Read(sql, values, row => count = row.GetInt64(0)).SendAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static Task PruneAsync(Session session, DateTimeOffset before, CancellationToken cancellationToken) =>
        session.Round()
            .Run("DELETE FROM api_calls WHERE called_at < $1", before)
            .Run("DELETE FROM api_usage WHERE seen_at < $1", before)
            .SendAsync(cancellationToken);
}
