namespace SalesforceImport.Sqlite.Internal;

/// <summary>The leases that this store holds, by opening.</summary>
internal sealed class LeaseHolder(DatabaseAddress address) : IDisposable
{
    private readonly LeaseLocks _locks = new(address);
    private readonly Dictionary<(string Run, long Epoch), List<IDisposable>> _held = [];
    private readonly Lock _sync = new();

    /// <summary>Takes the locks of all kinds, or none.</summary>
    public List<IDisposable> Take(Session session, IEnumerable<RecordKind> kinds)
    {
        var taken = new List<IDisposable>();
        foreach (var kind in kinds.Distinct().Order())
        {
            if (_locks.TryTake(session.File, kind) is { } one)
            {
                taken.Add(one);
            }
            else
            {
                Release(taken);
                throw new RunLeaseException(kind, LeaseTable.Holder(session, kind));
            }
        }

        return taken;
    }

    public void Keep(string run, long epoch, List<IDisposable> locks)
    {
        lock (_sync)
        {
            _held[(run, epoch)] = locks;
        }
    }

    /// <summary>Whether this store has the run open.</summary>
    public bool Holds(string run)
    {
        lock (_sync)
        {
            return _held.Keys.Any(opening => opening.Run == run);
        }
    }

    public void Release(string run, long epoch)
    {
        lock (_sync)
        {
            if (_held.Remove((run, epoch), out var locks))
            {
                Release(locks);
            }
        }
    }

    public static void Release(List<IDisposable> locks) => locks.ForEach(one => one.Dispose());

    public void Dispose()
    {
        lock (_sync)
        {
            foreach (var locks in _held.Values)
            {
                Release(locks);
            }

            _held.Clear();
        }
    }
}
