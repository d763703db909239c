using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>An import: where it stands, and what a resume goes by.</summary>
internal sealed class ImportRun
{
    public long Number { get; set; }

    public required string Run { get; set; }

    public required string Org { get; set; }

    /// <summary>The kinds that it writes, separated by commas.</summary>
    public required string Kinds { get; set; }

    public required string Plan { get; set; }

    public required string ListName { get; set; }

    public RunState State { get; set; }

    public long Sequence { get; set; }

    public string? Checkpoint { get; set; }

    public long Epoch { get; set; }

    public required string Holder { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public IReadOnlyCollection<RecordKind> KindsWritten => [.. Kinds.Split(',').Select(Enum.Parse<RecordKind>)];

    public StoredRun Read() => new()
    {
        Run = Run,
        Org = SalesforceId.Parse(Org),
        Kinds = KindsWritten,
        Plan = Plan,
        ListName = ListName,
        State = State,
        Sequence = Sequence,
        Checkpoint = Checkpoint,
        StartedAt = StartedAt,
        ClosedAt = ClosedAt,
        Holder = Holder,
    };
}
