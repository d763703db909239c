namespace SalesforceImport.Sqlite.Internal;

/// <summary>A run's line in <c>imports</c>, as far as applying and finding need it.</summary>
internal sealed class Run(Session session, string id, long number)
{
    private bool? _hasHistory;

    public string Id => id;

    /// <summary>The short form by which rows and bookkeeping tables name the run.</summary>
    public long Number => number;

    public required IReadOnlyList<RecordKind> Kinds { get; init; }

    public required RunState State { get; init; }

    public required long Sequence { get; init; }

    public required long Epoch { get; init; }

    /// <summary>Whether the run has changed rows that were there before it: for many there is nothing to look up.</summary>
    public bool HasHistory => _hasHistory ??= session.Get("SELECT 1 FROM import_history WHERE import = ?1 LIMIT 1").Bind(1, number).Any();

    public static Run? Find(Session session, string id)
    {
        using var row = session.Get("SELECT number, kinds, state, sequence, epoch FROM imports WHERE id = ?1").Bind(1, id);
        return !row.Step() ? null : new(session, id, row.Int64(0))
        {
            Kinds = KindNames.Split(row.Text(1)),
            State = Enum.Parse<RunState>(row.Text(2)),
            Sequence = row.Int64(3),
            Epoch = row.Int64(4),
        };
    }

    public static Run Get(Session session, string id) => Find(session, id) ?? throw new UnknownRunException(id);

    public static string? IdOf(Session session, long number)
    {
        using var row = session.Get("SELECT id FROM imports WHERE number = ?1").Bind(1, number);
        return row.Step() ? row.Text(0) : null;
    }

    /// <summary>Whether the run, or one of its kinds, has been opened since under a higher epoch.</summary>
    public bool IsSuperseded(long epoch) =>
        epoch < Epoch || Kinds.Any(kind => epoch < LeaseTable.Epoch(session, kind));

    public void Advance(long sequence, string checkpoint) =>
        session.Get("UPDATE imports SET sequence = ?1, checkpoint = ?2 WHERE number = ?3")
            .Bind(1, sequence).Bind(2, checkpoint).Bind(3, number).Run();
}
