namespace SalesforceImport.Emulator;

/// <summary>Every request that the emulator was sent, in the order of arrival, but for those of its own <c>/_emulator</c>. Thread-safe.</summary>
public sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly List<EmulatedCall> _calls = [];
    private long _first;
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

    /// <summary>Forgets all requests; those under way among them.</summary>
    internal void Clear()
    {
        lock (_lock)
        {
            _first += _calls.Count;
            _calls.Clear();
            _counted = 0;
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
            var sequence = _first + _calls.Count + 1;
            _calls.Add(new EmulatedCall(sequence, time, method, path, query, 0, 0));
            return sequence;
        }
    }

    internal void Charge(long sequence)
    {
        lock (_lock)
        {
            if (PlaceOf(sequence) is >= 0 and var place)
            {
                _counted++;
                _calls[place] = _calls[place] with { Cost = _calls[place].Cost + 1 };
            }
        }
    }

    internal void End(long sequence, int status)
    {
        lock (_lock)
        {
            if (PlaceOf(sequence) is >= 0 and var place)
            {
                _calls[place] = _calls[place] with { Status = status };
            }
        }
    }

    // Negative for a request that was forgotten since.
    private int PlaceOf(long sequence) => (int)(sequence - _first - 1);
}
