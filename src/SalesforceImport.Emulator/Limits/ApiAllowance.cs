namespace SalesforceImport.Emulator.Limits;

/// <summary>The API requests of the last 24 hours. Thread-safe.</summary>
internal sealed class ApiAllowance
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset Until, int Requests)> _used = new();
    private readonly TimeProvider _time;
    private (DateTimeOffset Until, int Requests) _current;
    private int _sum;

    public ApiAllowance(EmulatorOptions options)
    {
        Limit = options.DailyApiRequestLimit;
        _time = options.TimeProvider;
        _sum = options.ApiRequestsAlreadyUsed;
        _current = (_time.GetUtcNow() + Window, _sum);
    }

    public int Limit { get; }

    public int Used
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

    /// <summary>Counts a request; false, and nothing counted, where the limit is reached.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            Forget(now);
            if (_sum >= Limit)
            {
                return false;
            }

            // Requests of the same second leave the window together.
            if (_current.Until - (now + Window) is var ahead && (ahead < TimeSpan.FromSeconds(-1) || ahead > TimeSpan.Zero))
            {
                _used.Enqueue(_current);
                _current = (now + Window, 0);
            }

            _current.Requests++;
            _sum++;
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_used.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _sum -= _used.Dequeue().Requests;
        }

        if (_used.Count == 0 && _current.Until <= now)
        {
            _sum -= _current.Requests;
            _current.Requests = 0;
        }
    }
}
