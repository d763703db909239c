namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Reads and writes <c>imports</c>.</summary>
internal static class RunTable
{
    private const string Columns =
        "id, org_id, kinds, plan, list_name, state, sequence, checkpoint, started_at, closed_at, holder";

    public static async Task<StoredRun?> FindAsync(Session session, string run, CancellationToken cancellationToken)
    {
        StoredRun? found = null;
        await session.Round().Read($"SELECT {Columns} FROM imports WHERE id = $1", [run], row => found = Read(row))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    public static async Task<IReadOnlyList<StoredRun>> NewestAsync(Session session, int take, CancellationToken cancellationToken)
    {
        var runs = new List<StoredRun>();
        await session.Round()
            .Read($"SELECT {Columns} FROM imports ORDER BY started_at DESC, number DESC LIMIT $1", [take], row => runs.Add(Read(row)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return runs;
    }

    /// <summary>Adds a new run, or opens a known one again, and notes who writes its kinds now.</summary>
    /// <returns>The epoch: higher than any before it.</returns>
    public static async Task<long> OpenAsync(Session session, RunOpening opening, Run? known, CancellationToken cancellationToken)
    {
        var round = session.Round();
        if (known is null)
        {
            var start = opening.New ?? throw new UnknownRunException(opening.Run);
            round.Run(
                "INSERT INTO imports (id, org_id, kinds, plan, list_name, state, sequence, epoch, holder, started_at) VALUES ($1, $2, $3, $4, $5, 'Running', 0, 0, $6, $7)",
                opening.Run, start.Org, KindNames.Join(opening.Kinds), start.Plan, NulText.Encode(start.ListName), opening.Holder, opening.At);
        }

        long epoch = 0;
        await round
            .Read(
                "UPDATE imports SET state = 'Running', closed_at = NULL, holder = $2, epoch = nextval('import_epochs') WHERE id = $1 RETURNING epoch",
                [opening.Run, opening.Holder],
                row => epoch = row.GetInt64(0))
            .Run(
                "INSERT INTO import_leases (kind, epoch, holder) SELECT k, i.epoch, $3 FROM unnest($2::text[]) k, imports i WHERE i.id = $1 "
                + "ON CONFLICT (kind) DO UPDATE SET epoch = excluded.epoch, holder = excluded.holder",
                opening.Run,
                opening.Kinds.Concat(known?.Kinds ?? []).Distinct().Order().Select(kind => kind.Name()).ToArray(),
                $"run '{opening.Run}' of {opening.Holder}")
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return epoch;
    }

    public static Task CloseAsync(Session session, RunClosing closing, CancellationToken cancellationToken) =>
        session.Round()
            .Run(
                "UPDATE imports SET state = $2, closed_at = $3, checkpoint = coalesce($4, checkpoint) WHERE id = $1",
                closing.Run, closing.State.ToString(), closing.At, closing.Checkpoint)
            .SendAsync(cancellationToken);

    private static StoredRun Read(NpgsqlDataReader row) => new()
    {
        Run = row.GetString(0),
        Org = row.Id(1),
        Kinds = KindNames.Split(row.GetString(2)),
        Plan = row.GetString(3),
        ListName = row.GetString(4),
        State = Enum.Parse<RunState>(row.GetString(5)),
        Sequence = row.GetInt64(6),
        Checkpoint = row.TextOrNull(7),
        StartedAt = row.GetFieldValue<DateTimeOffset>(8),
        ClosedAt = row.InstantOrNull(9),
        Holder = row.GetString(10),
    };
}
