namespace SalesforceImport.Stores;

/// <summary>What a journal keeps of one database: runs, our calls, what orgs said of theirs.</summary>
internal sealed class InMemoryUsage
{
    private readonly Dictionary<string, List<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _callsOfRuns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<UsageSample>> _samples = new(StringComparer.Ordinal);

    public Dictionary<string, JournalRun> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Calls later than the charge count too: another process's clock may be ahead, and the cap must hold in its window as well.
    /// </summary>
    public ChargeResult TryCharge(CallCharge charge)
    {
        var calls = CallsOf(charge.Org);
        int first = FirstAfter(calls, charge.At - charge.Window);
        int used = calls.Count - first;
        if (charge.Cap is not { } cap || used < cap)
        {
            calls.Insert(FirstAfter(calls, charge.At), charge.At);
            if (charge.Run is { } run)
            {
                _callsOfRuns[run] = CountOfRun(run) + 1;
            }

            return new(Granted: true, used + 1, AllowedAt: null);
        }

        // Where the cap was lowered, more than one call must leave the window first.
        return new(Granted: false, used, cap > 0 ? calls[calls.Count - (int)cap] + charge.Window : null);
    }

    public long CountSince(string org, DateTimeOffset since)
    {
        var calls = CallsOf(org);
        return calls.Count - FirstSince(calls, since);
    }

    public void Move(string from, string to)
    {
        if (_calls.Remove(from, out var calls))
        {
            _calls[to] = [.. CallsOf(to).Concat(calls).Order()];
        }

        if (_samples.Remove(from, out var samples))
        {
            samples.ForEach(sample => Add(sample with { Org = to }));
        }
    }

    public long CountOfRun(string run) => _callsOfRuns.GetValueOrDefault(run);

    public void Add(UsageSample sample)
    {
        if (!_samples.TryGetValue(sample.Org, out var samples))
        {
            _samples.Add(sample.Org, samples = []);
        }

        int index = samples.Count;
        while (index > 0 && samples[index - 1].At > sample.At)
        {
            index--;
        }

        samples.Insert(index, sample);
    }

    public IReadOnlyList<UsageHour> Read(string org, DateTimeOffset from, DateTimeOffset to)
    {
        var calls = CallsOf(org);
        var own = calls.Skip(FirstSince(calls, from)).TakeWhile(at => at <= to).CountBy(Hour).ToDictionary();
        var said = _samples.GetValueOrDefault(org, []).Where(sample => from <= sample.At && sample.At <= to)
            .GroupBy(sample => Hour(sample.At)).ToDictionary(hour => hour.Key, hour => hour.Last().Usage);
        return
        [
            .. from hour in own.Keys.Union(said.Keys).Order()
               let usage = said.GetValueOrDefault(hour)
               select new UsageHour(hour, own.GetValueOrDefault(hour), usage?.Used, usage?.Limit),
        ];
    }

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static int FirstAfter(List<DateTimeOffset> calls, DateTimeOffset at) => FirstWhere(calls, call => call > at);

    private static int FirstSince(List<DateTimeOffset> calls, DateTimeOffset at) => FirstWhere(calls, call => call >= at);

    private static int FirstWhere(List<DateTimeOffset> calls, Func<DateTimeOffset, bool> reached)
    {
        int low = 0;
        int high = calls.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = reached(calls[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private List<DateTimeOffset> CallsOf(string org)
    {
        if (!_calls.TryGetValue(org, out var calls))
        {
            _calls.Add(org, calls = []);
        }

        return calls;
    }
}
