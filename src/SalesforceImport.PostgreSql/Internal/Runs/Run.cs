namespace SalesforceImport.PostgreSql.Internal;

/// <summary>A run's line in <c>imports</c>, as far as applying and finding need it.</summary>
internal sealed class Run
{
    /// <summary>What <see cref="Read"/> reads, of <c>imports i</c>.</summary>
    public const string Columns =
        "i.id, i.number, i.kinds, i.state, i.sequence, i.epoch, EXISTS (SELECT FROM import_history h WHERE h.import = i.number)";

    public required string Id { get; init; }

    /// <summary>The short form by which rows and bookkeeping tables name the run.</summary>
    public required long Number { get; init; }

    public required IReadOnlyList<RecordKind> Kinds { get; init; }

    public required RunState State { get; init; }

    public required long Sequence { get; init; }

    public required long Epoch { get; init; }

    /// <summary>Whether the run has changed rows that were there before it: for many there is nothing to look up.</summary>
    public required bool HasHistory { get; init; }

    public static Run Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Number = row.GetInt64(1),
        Kinds = KindNames.Split(row.GetString(2)),
        State = Enum.Parse<RunState>(row.GetString(3)),
        Sequence = row.GetInt64(4),
        Epoch = row.GetInt64(5),
        HasHistory = row.GetBoolean(6),
    };

    /// <summary>Reads a run and locks it: whoever would apply, close or open it waits until this transaction ends.</summary>
    public static void Lock(Round round, string id, Action<Run> read) =>
        round.Read($"SELECT {Columns} FROM imports i WHERE i.id = $1 FOR NO KEY UPDATE", [id], row => read(Read(row)));

    /// <summary>Whether the run, or one of its kinds, has been opened since under a higher epoch.</summary>
    /// <param name="epoch">The opening's epoch.</param>
    /// <param name="ofKinds">The highest epoch of the run's kinds.</param>
    public bool IsSuperseded(long epoch, long ofKinds) => epoch < Epoch || epoch < ofKinds;
}
