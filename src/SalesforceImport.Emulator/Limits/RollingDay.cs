namespace SalesforceImport.Emulator.Limits;

/// <summary>What was used up in the last 24 hours. Thread-safe.</summary>
internal sealed class RollingDay
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset Until, long Amount)> _used = new();
    private readonly TimeProvider _time;
    private (DateTimeOffset Until, long Amount) _current;
    private long _sum;

    /// <summary>Starts counting.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="already">What is used up already.</param>
    public RollingDay(TimeProvider time, long already = 0)
    {
        _time = time;
        _sum = already;
        _current = (_time.GetUtcNow() + Window, already);
    }

    public long Used
    {
        get
        {
            lock (_lock)
            {
                Forget(_time.GetUtcNow());
                return _sum;
            }
        }
    }

    /// <summary>Counts an amount, whatever is used up.</summary>
    public void Add(long amount) => TryAdd(amount, long.MaxValue);

    /// <summary>Counts an amount; false, and nothing counted, where the limit is reached already.</summary>
    public bool TryAdd(long amount, long limit)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            Forget(now);
            if (_sum >= limit)
            {
                return false;
            }

            // What is used in the same second leaves the window together.
            if (_current.Until - (now + Window) is var ahead && (ahead < TimeSpan.FromSeconds(-1) || ahead > TimeSpan.Zero))
            {
                _used.Enqueue(_current);
                _current = (now + Window, 0);
            }

            _current.Amount += amount;
            _sum += amount;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_used.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _sum -= _used.Dequeue().Amount;
        }

        if (_used.Count == 0 && _current.Until <= now)
        {
            _sum -= _current.Amount;
            _current.Amount = 0;
        }
    }
}
