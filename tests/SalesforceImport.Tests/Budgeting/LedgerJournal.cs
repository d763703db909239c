using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Budgeting;

/// <summary>A journal that keeps only the ledger of calls and the samples of usage, in memory.</summary>
internal sealed class LedgerJournal : ImportJournal
{
    private readonly Lock _sync = new();
    private readonly List<CallCharge> _granted = [];
    private readonly List<UsageSample> _samples = [];

    public Func<CallCharge, Task> BeforeCharge { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<CallCharge> Granted
    {
        get
        {
            lock (_sync)
            {
                return [.. _granted];
            }
        }
    }

    public IReadOnlyList<UsageSample> Samples
    {
        get
        {
            lock (_sync)
            {
                return [.. _samples];
            }
        }
    }

    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override async Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken)
    {
        await BeforeCharge(charge);
        lock (_sync)
        {
            // Calls stamped later than this one count too: clocks of two processes are never quite the same.
            var inWindow = _granted.Where(call => call.Org == charge.Org && call.At > charge.At - charge.Window).Select(call => call.At).Order().ToList();
            if (charge.Cap is { } cap && inWindow.Count >= cap)
            {
                return new(false, inWindow.Count, cap <= 0 ? null : inWindow[(int)(inWindow.Count - cap)] + charge.Window);
            }

            _granted.Add(charge);
            return new(true, inWindow.Count + 1, null);
        }
    }

    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            _samples.Add(sample);
        }

        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
