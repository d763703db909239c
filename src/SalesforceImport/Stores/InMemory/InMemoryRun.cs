namespace SalesforceImport.Stores;

/// <summary>A run with its history, list and record logs.</summary>
internal sealed class InMemoryRun(RunOpening opening, NewRun start, long firstEpoch)
{
    private readonly InMemoryPages<HistoryEntry> _history = new();
    private readonly Dictionary<(RecordKind Kind, long RowId), InMemorySources> _sourcesBefore = [];
    private readonly InMemoryPages<ListMember> _list = new();
    private readonly List<StoredRecordLog> _logs = [];
    private string _holder = opening.Holder;
    private string? _checkpoint;
    private DateTimeOffset? _closedAt;

    public string Id { get; } = opening.Run;

    public IReadOnlyCollection<RecordKind> Kinds { get; } = [.. opening.Kinds];

    public DateTimeOffset StartedAt { get; } = opening.At;

    public long FirstEpoch { get; } = firstEpoch;

    public long Epoch { get; private set; }

    public RunState State { get; private set; }

    public long Sequence { get; private set; }

    public long ListCount(RecordKind kind) => _list.Count(kind);

    public void Reopen(string holder, long epoch)
    {
        _holder = holder;
        Epoch = epoch;
        State = RunState.Running;
        _closedAt = null;
    }

    public void Close(RunClosing closing)
    {
        State = closing.State;
        _checkpoint = closing.Checkpoint ?? _checkpoint;
        _closedAt = closing.At;
    }

    public void Advance(ChangeSet set)
    {
        Sequence = set.Sequence;
        _checkpoint = set.Checkpoint;
        _logs.AddRange(set.Logs.Select(log => new StoredRecordLog(set.Sequence, log with { Data = log.Data.ToArray() })));
    }

    public IEnumerable<HistoryEntry> HistoryAfter(InMemorySchema schema, long rowId) =>
        from entry in _history.After(schema.Table.Kind, rowId)
        let before = _sourcesBefore.GetValueOrDefault((entry.Kind, entry.RowId))
        select before is null ? entry : before.AddTo(entry, schema);

    /// <summary>Keeps the records of a row as they were before the run; what the run did to them first is what counts.</summary>
    public void KeepSources(RecordKind kind, InMemoryRow row) =>
        _sourcesBefore.TryAdd((kind, row.Id), new([.. row.Sources.Values], row.Leader));

    public HistoryEntry? HistoryOf(RecordKind kind, long rowId) => _history.TryGet(kind, rowId, out var entry) ? entry : null;

    public void SetHistory(HistoryEntry entry)
    {
        if (entry is { Changes.Count: 0, Removed: false, Restored: false } && !_sourcesBefore.ContainsKey((entry.Kind, entry.RowId)))
        {
            _history.Remove(entry.Kind, entry.RowId);
        }
        else
        {
            _history.Set(entry.Kind, entry.RowId, entry);
        }
    }

    /// <summary>Drops what is known of a row, and tells which rows had been merged into it.</summary>
    public void ForgetHistory(RecordKind kind, long rowId, Action<long> mergedIntoIt)
    {
        _history.Remove(kind, rowId);
        _sourcesBefore.Remove((kind, rowId));
        foreach (var entry in _history.Values.Where(entry => entry.Kind == kind && entry.MergedInto == rowId))
        {
            mergedIntoIt(entry.RowId);
        }
    }

    /// <summary>The rows that held one of the records before the run.</summary>
    public IEnumerable<long> RowsThatHeld(RecordKind kind, IReadOnlyCollection<SourceKey> records) =>
        from before in _sourcesBefore
        where before.Key.Kind == kind && before.Value.Sources.Any(source => records.Contains(source.Key))
        select before.Key.RowId;

    public IEnumerable<ListMember> ListAfter(RecordKind kind, long rowId) => _list.After(kind, rowId);

    public void AddToList(RecordKind kind, InMemoryRow row) => _list.Set(kind, row.Id, new(row.Id, row.CreatedByRun == Id));

    public void DropFromList(RecordKind kind, InMemoryRow row) => _list.Remove(kind, row.Id);

    public IReadOnlyList<StoredRecordLog> LogsOf(string sObject, IReadOnlyCollection<SalesforceId>? ids) =>
    [
        .. _logs.Where(stored => string.Equals(stored.Log.Object, sObject, StringComparison.OrdinalIgnoreCase)
            && (ids is null || ids.Any(id => stored.Log.First <= id && id <= stored.Log.Last))),
    ];

    public StoredRun Read() => new()
    {
        Run = Id,
        Org = start.Org,
        Kinds = Kinds,
        Plan = start.Plan,
        ListName = start.ListName,
        State = State,
        Sequence = Sequence,
        Checkpoint = _checkpoint,
        StartedAt = StartedAt,
        ClosedAt = _closedAt,
        Holder = _holder,
    };
}
