namespace SalesforceImport.Sqlite.Internal;

/// <summary>Runs as people look them up.</summary>
internal static class JournalTable
{
    private const string Columns = "id, org_id, selector, state, reason, started_at, ended_at, plan, report";

    public static void Save(Session session, JournalRun run) =>
        session.Get($"INSERT OR REPLACE INTO import_journal ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .Bind(1, run.Run).Bind(2, run.Org).Bind(3, run.Selector).Bind(4, run.State.ToString()).Bind(5, run.Reason)
            .Bind(6, Timestamps.ToText(run.StartedAt)).Bind(7, Timestamps.ToText(run.EndedAt)).Bind(8, run.Plan).Bind(9, run.Report).Run();

    public static List<JournalRun> Newest(Session session, int take)
    {
        var runs = new List<JournalRun>();
        using var row = session.Get($"SELECT {Columns} FROM import_journal ORDER BY started_at DESC, id DESC LIMIT ?1").Bind(1, take);
        while (row.Step())
        {
            runs.Add(new()
            {
                Run = row.Text(0),
                Org = row.Text(1),
                Selector = row.Text(2),
                State = Enum.Parse<RunState>(row.Text(3)),
                Reason = row.TextOrNull(4),
                StartedAt = Timestamps.Parse(row.Text(5)),
                EndedAt = Timestamps.ParseOrNull(row.TextOrNull(6)),
                Plan = row.Text(7),
                Report = row.TextOrNull(8),
            });
        }

        return runs;
    }
}
