namespace SalesforceImport.Sqlite.Internal;

/// <summary>Reads and writes <c>imports</c>.</summary>
internal static class RunTable
{
    private const string Columns =
        "id, org_id, kinds, plan, list_name, state, sequence, checkpoint, started_at, closed_at, holder";

    public static StoredRun? Find(Session session, string run)
    {
        using var row = session.Get($"SELECT {Columns} FROM imports WHERE id = ?1").Bind(1, run);
        return row.Step() ? Read(row) : null;
    }

    public static List<StoredRun> Newest(Session session, int take)
    {
        var runs = new List<StoredRun>();
        using var row = session.Get($"SELECT {Columns} FROM imports ORDER BY started_at DESC, number DESC LIMIT ?1").Bind(1, take);
        while (row.Step())
        {
            runs.Add(Read(row));
        }

        return runs;
    }

    public static void Add(Session session, RunOpening opening, NewRun start) =>
        session.Get(
            "INSERT INTO imports (id, org_id, kinds, plan, list_name, state, sequence, epoch, holder, started_at) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, 'Running', 0, 0, ?6, ?7)")
            .Bind(1, opening.Run).Bind(2, start.Org).Bind(3, KindNames.Join(opening.Kinds)).Bind(4, start.Plan)
            .Bind(5, start.ListName).Bind(6, opening.Holder).Bind(7, Timestamps.ToText(opening.At)).Run();

    public static void Reopen(Session session, RunOpening opening, long epoch) =>
        session.Get("UPDATE imports SET state = 'Running', closed_at = NULL, holder = ?1, epoch = ?2 WHERE id = ?3")
            .Bind(1, opening.Holder).Bind(2, epoch).Bind(3, opening.Run).Run();

    public static void Close(Session session, RunClosing closing) =>
        session.Get("UPDATE imports SET state = ?1, closed_at = ?2, checkpoint = coalesce(?3, checkpoint) WHERE id = ?4")
            .Bind(1, closing.State.ToString()).Bind(2, Timestamps.ToText(closing.At)).Bind(3, closing.Checkpoint).Bind(4, closing.Run).Run();

    private static StoredRun Read(Statement row) => new()
    {
        Run = row.Text(0),
        Org = row.Id(1),
        Kinds = KindNames.Split(row.Text(2)),
        Plan = row.Text(3),
        ListName = row.Text(4),
        State = Enum.Parse<RunState>(row.Text(5)),
        Sequence = row.Int64(6),
        Checkpoint = row.TextOrNull(7),
        StartedAt = Timestamps.Parse(row.Text(8)),
        ClosedAt = Timestamps.ParseOrNull(row.TextOrNull(9)),
        Holder = row.Text(10),
    };
}
