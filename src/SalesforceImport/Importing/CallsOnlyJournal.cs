using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The host's journal for a preview: its calls are charged like any others, and it is no run.</summary>
internal sealed class CallsOnlyJournal(ImportJournal journal) : ImportJournal
{
    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) => journal.PrepareAsync(cancellationToken);

    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) => journal.ReadRunsAsync(take, cancellationToken);

    protected override Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        journal.TryChargeAsync(charge, cancellationToken);

    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        journal.CountCallsAsync(org, since, cancellationToken);

    protected override Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) => journal.MoveCallsAsync(from, to, cancellationToken);

    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) => journal.CountCallsOfRunAsync(run, cancellationToken);

    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) => journal.RecordUsageAsync(sample, cancellationToken);

    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        journal.ReadUsageAsync(org, from, to, cancellationToken);
}
