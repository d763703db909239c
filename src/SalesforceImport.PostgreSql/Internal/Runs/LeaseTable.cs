namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Each kind's epoch, and who opened it last. Whether that one still lives, its advisory lock tells.</summary>
internal static class LeaseTable
{
    // The table's own number keeps leases of several stores in one database apart.
    private const string Keys = "'import_leases'::regclass::oid::int4, hashtext($1)";

    /// <summary>Takes the lock of a kind for as long as the session lasts; false when another session has it.</summary>
    public static async Task<bool> TryTakeAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        bool taken = false;
        await session.Round().Read($"SELECT pg_try_advisory_lock({Keys})", [kind.Name()], row => taken = row.GetBoolean(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return taken;
    }

    public static async Task<string> HolderAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        string holder = "unknown";
        await session.Round().Read("SELECT holder FROM import_leases WHERE kind = $1", [kind.Name()], row => holder = row.GetString(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return holder;
    }

    /// <summary>Waits for the lock of a kind, as long as the transaction waits for locks, and keeps it for as long as the session lasts.</summary>
    public static Task WaitAsync(Session session, RecordKind kind, CancellationToken cancellationToken) =>
        session.Round().Read($"SELECT pg_advisory_lock({Keys})", [kind.Name()], static _ => { }).SendAsync(cancellationToken);

    /// <summary>Reads the epochs of a run's kinds, and keeps everybody from opening one of them until this transaction ends.</summary>
    public static void LockEpochs(Round round, string run, Action<long> read) => round.Read(
        "SELECT epoch FROM import_leases WHERE kind = ANY (SELECT unnest(string_to_array(kinds, ',')) FROM imports WHERE id = $1) ORDER BY kind FOR SHARE",
        [run],
        row => read(row.GetInt64(0)));

    /// <summary>What a session that holds leases needs: word of a client that went without one, and no end for being idle.</summary>
    public static Task SettleInAsync(Session session, CancellationToken cancellationToken) =>
        session.Round()
            .Run("SET tcp_keepalives_idle = 30")
            .Run("SET tcp_keepalives_interval = 10")
            .Run("SET tcp_keepalives_count = 3")
            .Read("SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'", [], static _ => { })
            .SendAsync(cancellationToken);

    /// <summary>Gives all locks of the session back: it goes back to its pool.</summary>
    public static Task ReleaseAsync(Session session, CancellationToken cancellationToken) =>
        session.Round().Read("SELECT pg_advisory_unlock_all()", [], static _ => { }).SendAsync(cancellationToken);
}
