namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Runs as people look them up.</summary>
internal static class JournalTable
{
    private const string Columns = "id, org_id, selector, state, reason, started_at, ended_at, plan, report";

    public static Task SaveAsync(Session session, JournalRun run, CancellationToken cancellationToken) =>
        session.Round()
            .Run(
                $"""
                INSERT INTO import_journal ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (id) DO UPDATE SET
                    (org_id, selector, state, reason, started_at, ended_at, plan, report) =
                    (excluded.org_id, excluded.selector, excluded.state, excluded.reason, excluded.started_at, excluded.ended_at, excluded.plan, excluded.report)
                """,
                run.Run, run.Org, NulText.Encode(run.Selector), run.State.ToString(), NulText.Encode(run.Reason), run.StartedAt, run.EndedAt, run.Plan, run.Report)
            .SendAsync(cancellationToken);

    public static async Task<IReadOnlyList<JournalRun>> NewestAsync(Session session, int take, CancellationToken cancellationToken)
    {
        var runs = new List<JournalRun>();
        await session.Round()
            .Read($"SELECT {Columns} FROM import_journal ORDER BY started_at DESC, id DESC LIMIT $1", [take], row => runs.Add(Read(row)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return runs;
    }

    private static JournalRun Read(NpgsqlDataReader row) => new()
    {
        Run = row.GetString(0),
        Org = row.GetString(1),
        Selector = row.GetString(2),
        State = Enum.Parse<RunState>(row.GetString(3)),
        Reason = row.TextOrNull(4),
        StartedAt = row.GetFieldValue<DateTimeOffset>(5),
        EndedAt = row.InstantOrNull(6),
        Plan = row.GetString(7),
        Report = row.TextOrNull(8),
    };
}
