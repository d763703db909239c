using System.Collections.Frozen;
using SalesforceImport.Stores;

namespace SalesforceImport.Budgeting;

/// <summary>
/// The meter of one plan, or of one attempt of a run. Its ceiling and our own daily cap are never passed, whatever happens
/// at the same time here or, with a shared journal, elsewhere; the reserve for others holds as of the org's last answer,
/// less our calls that it may not have counted.
/// </summary>
/// <remarks>Thread-safe. Charges are made one after the other, so that a refused one never takes another's place.</remarks>
internal sealed class CallMeter(MeterBudget budget, ImportJournal journal, Func<string> org, TimeProvider time) : ICallMeter, IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _charging = new(1, 1);
    private readonly Lock _sync = new();
    private readonly Dictionary<ApiCallKind, long> _byKind = [];
    private readonly UncountedCalls _uncounted = new();
    private long _used;
    private OrgUsage? _lastUsage;
    private OrgUsage? _recordedUsage;
    private DateTimeOffset? _sampledAt;

    /// <summary>Is told of each call charged, before it is sent.</summary>
    public Action? Charged { get; init; }

    /// <summary>Calls charged to this meter.</summary>
    public long Used => Interlocked.Read(ref _used);

    /// <summary>Calls charged to this meter, per kind; kinds without a call are absent.</summary>
    public IReadOnlyDictionary<ApiCallKind, long> ByKind
    {
        get
        {
            lock (_sync)
            {
                return _byKind.ToFrozenDictionary();
            }
        }
    }

    /// <summary>What the org said last; null before its first answer.</summary>
    public OrgUsage? LastUsage => Volatile.Read(ref _lastUsage);

    public async ValueTask ChargeAsync(ApiCallKind kind, CancellationToken cancellationToken)
    {
        await _charging.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RefuseAboveCeiling();
            RefuseWithinReserve();
            var at = time.GetUtcNow();
            var charge = new CallCharge(org(), kind, at, budget.Run, budget.DailyCallCap, Window);
            var result = await journal.TryChargeAsync(charge, cancellationToken).ConfigureAwait(false);
            if (!result.Granted)
            {
                throw CallRefusals.DailyCap(budget.DailyCallCap, result);
            }

            lock (_sync)
            {
                _uncounted.Send(at);
                _byKind[kind] = _byKind.GetValueOrDefault(kind) + 1;
                Interlocked.Increment(ref _used);
            }

            Charged?.Invoke();
        }
        finally
        {
            _charging.Release();
        }
    }

    public async ValueTask ObserveAsync(OrgUsage usage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var now = time.GetUtcNow();
        lock (_sync)
        {
            Volatile.Write(ref _lastUsage, usage);
            _uncounted.Answer(now);
            if (usage == _recordedUsage || now - _sampledAt < SampleInterval)
            {
                return;
            }

            _sampledAt = now;
        }

        await RecordAsync(usage, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records the org's last answer when it was held back so far. To be called once at the end.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        OrgUsage usage;
        lock (_sync)
        {
            if (_lastUsage is null || _lastUsage == _recordedUsage)
            {
                return;
            }

            usage = _lastUsage;
        }

        await RecordAsync(usage, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _charging.Dispose();

    private async ValueTask RecordAsync(OrgUsage usage, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await journal.RecordUsageAsync(new(org(), at, usage), cancellationToken).ConfigureAwait(false);
        lock (_sync)
        {
            _recordedUsage = usage;
        }
    }

    private void RefuseAboveCeiling()
    {
        if (budget.Ceiling is { } ceiling && Used >= ceiling)
        {
            throw CallRefusals.Ceiling(ceiling);
        }
    }

    private void RefuseWithinReserve()
    {
        OrgUsage? usage;
        int uncounted;
        lock (_sync)
        {
            usage = _lastUsage;
            uncounted = _uncounted.Count;
        }

        if (usage is not null && usage.Remaining - uncounted <= budget.Reserve.CallsOf(usage.Limit))
        {
            throw CallRefusals.OrgLimit(usage, uncounted, budget.Reserve);
        }
    }
}
