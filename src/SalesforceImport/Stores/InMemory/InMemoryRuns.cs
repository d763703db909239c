namespace SalesforceImport.Stores;

/// <summary>The runs of a database, their epochs and leases.</summary>
internal sealed class InMemoryRuns
{
    private readonly Dictionary<string, InMemoryRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordKind, InMemoryLease> _leases = [];
    private readonly Dictionary<RecordKind, long> _epochs = [];
    private long _lastEpoch;

    public InMemoryRun? Find(string run) => _runs.GetValueOrDefault(run);

    public InMemoryRun Get(string run) => Find(run) ?? throw new UnknownRunException(run);

    public IEnumerable<InMemoryRun> NewestFirst() => _runs.Values.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.FirstEpoch);

    /// <summary>The runs that have history of a row, oldest first.</summary>
    public IEnumerable<string> ChangersOf(RecordKind kind, long row) =>
        NewestFirst().Reverse().Where(run => run.HistoryOf(kind, row) is not null).Select(run => run.Id);

    /// <summary>Takes all the leases or none, and only then raises the epoch: whoever holds one must not notice a refused rival.</summary>
    public (InMemoryRun Run, long Epoch) Open(RunOpening opening, object owner)
    {
        var run = Find(opening.Run);
        if (run is null && opening.New is null)
        {
            throw new UnknownRunException(opening.Run);
        }

        if (run is { State: RunState.Completed })
        {
            return (run, run.Epoch);
        }

        CheckLeases(opening.Kinds);
        long epoch = ++_lastEpoch;
        if (run is null)
        {
            _runs.Add(opening.Run, run = new(opening, opening.New!, epoch));
        }

        run.Reopen(opening.Holder, epoch);
        foreach (var kind in opening.Kinds)
        {
            _leases[kind] = new(run.Id, epoch, opening.Holder, owner);
            _epochs[kind] = epoch;
        }

        return (run, epoch);
    }

    /// <exception cref="RunLeaseException">A lease on one of the kinds is held.</exception>
    public void CheckLeases(IEnumerable<RecordKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (_leases.TryGetValue(kind, out var lease))
            {
                throw new RunLeaseException(kind, $"run '{lease.Run}' of {lease.Holder}");
            }
        }
    }

    public void Close(RunClosing closing)
    {
        var run = Get(closing.Run);
        if (!IsSuperseded(run, closing.Epoch))
        {
            run.Close(closing);
        }

        Release(lease => lease.Run == closing.Run && lease.Epoch == closing.Epoch);
    }

    /// <summary>The leases die with their holder; no run is closed by that.</summary>
    public void ReleaseAllOf(object owner) => Release(lease => lease.Owner == owner);

    public bool IsSuperseded(InMemoryRun run, long epoch) =>
        epoch < run.Epoch || run.Kinds.Any(kind => epoch < _epochs.GetValueOrDefault(kind));

    public void DropFromLists(RecordKind kind, InMemoryRow row)
    {
        foreach (var run in _runs.Values)
        {
            run.DropFromList(kind, row);
        }
    }

    public void Forget(RecordKind kind, InMemoryRow row)
    {
        foreach (var run in _runs.Values)
        {
            run.DropFromList(kind, row);
        }

        ForgetWhereItWas(kind, row);

        // A row that was merged into this one was the same person: its before-image goes with it, however long the chain.
        var persons = new HashSet<long>();
        var waiting = new Queue<long>([row.Id]);
        while (waiting.TryDequeue(out long id))
        {
            if (persons.Add(id))
            {
                foreach (var run in _runs.Values)
                {
                    run.ForgetHistory(kind, id, waiting.Enqueue);
                }
            }
        }
    }

    /// <summary>What a row held until one of these records left it was, in part, that record's values.</summary>
    private void ForgetWhereItWas(RecordKind kind, InMemoryRow row)
    {
        var left = new HashSet<long>();
        foreach (var run in NewestFirst())
        {
            left.UnionWith(run.RowsThatHeld(kind, row.Sources.Keys));
            foreach (long id in left)
            {
                run.ForgetHistory(kind, id, _ => { });
            }
        }
    }

    private void Release(Func<InMemoryLease, bool> which)
    {
        foreach (var kind in _leases.Where(lease => which(lease.Value)).Select(lease => lease.Key).ToList())
        {
            _leases.Remove(kind);
        }
    }
}
