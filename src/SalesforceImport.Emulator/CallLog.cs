namespace SalesforceImport.Emulator;

/// <summary>Every request that the emulator was sent, in the order of arrival, but for those of its own <c>/_emulator</c>. Thread-safe.</summary>
public sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly List<EmulatedCall> _calls = [];
    private int _counted;

    internal CallLog()
    {
    }

    /// <summary>How many requests there were.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _calls.Count;
            }
        }
    }

    /// <summary>How many of the org's API requests they count as; a batch counts once for each request inside it.</summary>
    public int Counted
    {
        get
        {
            lock (_lock)
            {
                return _counted;
            }
        }
    }

    /// <summary>The requests as they stand now: a copy, which requests that arrive later do not change.</summary>
    /// <returns>The requests.</returns>
    public IReadOnlyList<EmulatedCall> ToList()
    {
        lock (_lock)
        {
            return [.. _calls];
        }
    }

    /// <summary>The last of them, newest first.</summary>
    internal IReadOnlyList<EmulatedCall> Last(int count)
    {
        lock (_lock)
        {
            return [.. Enumerable.Reverse(_calls.TakeLast(count))];
        }
    }

    internal long Begin(DateTimeOffset time, string method, string path, string query)
    {
        lock (_lock)
        {
            var sequence = _calls.Count + 1;
            _calls.Add(new EmulatedCall(sequence, time, method, path, query, 0, 0));
            return sequence;
        }
    }

    internal void Charge(long sequence)
    {
        lock (_lock)
        {
            _counted++;
            var call = _calls[(int)sequence - 1];
            _calls[(int)sequence - 1] = call with { Cost = call.Cost + 1 };
        }
    }

    internal void End(long sequence, int status)
    {
        lock (_lock)
        {
            _calls[(int)sequence - 1] = _calls[(int)sequence - 1] with { Status = status };
        }
    }
}
