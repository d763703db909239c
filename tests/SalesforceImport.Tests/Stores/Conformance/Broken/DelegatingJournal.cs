using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>A journal that alters charges, their results and hours as it is told to; as it is, it breaks nothing.</summary>
internal sealed class DelegatingJournal(ImportJournal inner) : ImportJournal
{
    public Func<CallCharge, CallCharge> Charge { get; init; } = charge => charge;

    public Func<ChargeResult, ChargeResult> Result { get; init; } = result => result;

    public Func<IReadOnlyList<UsageHour>, IReadOnlyList<UsageHour>> Hours { get; init; } = hours => hours;

    public Func<JournalRun, JournalRun> Run { get; init; } = run => run;

    public bool LeavesCallsApart { get; init; }

    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) => inner.SaveRunAsync(Run(run), cancellationToken);

    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        inner.ReadRunsAsync(take, cancellationToken);

    protected override async Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        Result(await inner.TryChargeAsync(Charge(charge), cancellationToken));

    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        inner.CountCallsAsync(org, since, cancellationToken);

    protected override Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) =>
        LeavesCallsApart ? Task.CompletedTask : inner.MoveCallsAsync(from, to, cancellationToken);

    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) =>
        inner.CountCallsOfRunAsync(run, cancellationToken);

    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) =>
        inner.RecordUsageAsync(sample, cancellationToken);

    protected override async Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(
        string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Hours(await inner.ReadUsageAsync(org, from, to, cancellationToken));
}
