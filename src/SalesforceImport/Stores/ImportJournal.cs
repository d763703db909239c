namespace SalesforceImport.Stores;

/// <summary>
/// What people look at: runs as they were, and API usage of the last days; and the ledger in which our own daily cap is
/// reserved. Runs in the journal are never needed for correctness: where it differs from the store, the store holds.
/// </summary>
/// <remarks>Implementations must be thread-safe. Members may be added to this class later; they will be virtual.</remarks>
public abstract class ImportJournal
{
    /// <summary>Makes the journal ready. Can be called again at any time.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken = default) => PrepareCoreAsync(cancellationToken);

    /// <summary>Keeps a run's entry, replacing the one it has.</summary>
    public Task SaveRunAsync(JournalRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return SaveRunCoreAsync(run, cancellationToken);
    }

    /// <summary>The newest runs, newest first.</summary>
    public Task<IReadOnlyList<JournalRun>> ReadRunsAsync(int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ReadRunsCoreAsync(take, cancellationToken);
    }

    /// <summary>
    /// Reserves one call: counts our own calls to the org in the window before <see cref="CallCharge.At"/> and, if there
    /// are fewer than the cap, records this one. Atomic, across processes where the journal is shared.
    /// </summary>
    public Task<ChargeResult> TryChargeAsync(CallCharge charge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return TryChargeCoreAsync(charge, cancellationToken);
    }

    /// <summary>Our own calls to the org since a time.</summary>
    public Task<long> CountCallsAsync(string org, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(org);
        return CountCallsCoreAsync(org, since, cancellationToken);
    }

    /// <summary>
    /// Enters the calls and the usage kept under one name of an org under another, at once: calls made before the org's id
    /// was known are kept under its host, and count against the cap of the id from then on. A journal that does not
    /// override it leaves them apart.
    /// </summary>
    public Task MoveCallsAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        return from == to ? Task.CompletedTask : MoveCallsCoreAsync(from, to, cancellationToken);
    }

    /// <summary>Our own calls for one run, all its attempts together.</summary>
    public Task<long> CountCallsOfRunAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return CountCallsOfRunCoreAsync(run, cancellationToken);
    }

    /// <summary>Keeps what the org said of its own usage.</summary>
    public Task RecordUsageAsync(UsageSample sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return RecordUsageCoreAsync(sample, cancellationToken);
    }

    /// <summary>Usage from a time to another, one entry per hour in which anything is known, oldest first. An hour that is missing is a gap.</summary>
    public Task<IReadOnlyList<UsageHour>> ReadUsageAsync(string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(org);
        return ReadUsageCoreAsync(org, from, to, cancellationToken);
    }

    /// <inheritdoc cref="PrepareAsync"/>
    protected abstract Task PrepareCoreAsync(CancellationToken cancellationToken);

    /// <inheritdoc cref="SaveRunAsync"/>
    protected abstract Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadRunsAsync"/>
    protected abstract Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken);

    /// <inheritdoc cref="TryChargeAsync"/>
    protected abstract Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken);

    /// <inheritdoc cref="CountCallsAsync"/>
    protected abstract Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken);

    /// <inheritdoc cref="MoveCallsAsync"/>
    protected virtual Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="CountCallsOfRunAsync"/>
    protected abstract Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken);

    /// <inheritdoc cref="RecordUsageAsync"/>
    protected abstract Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadUsageAsync"/>
    protected abstract Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
