namespace SalesforceImport.Stores;

/// <summary>A journal that keeps everything in memory: for tests, demos and trying things out.</summary>
/// <remarks>Thread-safe. Instances over one <see cref="InMemoryDatabase"/> share its ledger.</remarks>
public sealed class InMemoryImportJournal : ImportJournal
{
    private readonly InMemoryDatabase _database;

    /// <summary>Creates a journal over a database of its own.</summary>
    public InMemoryImportJournal()
        : this(new InMemoryDatabase())
    {
    }

    /// <summary>Creates a journal over a database that others may share.</summary>
    public InMemoryImportJournal(InMemoryDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc />
    protected override Task PrepareCoreAsync(CancellationToken cancellationToken) =>
        _database.RunAsync(() => true, cancellationToken);

    /// <inheritdoc />
    protected override Task SaveRunCoreAsync(JournalRun run, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Usage.Runs[run.Run] = run, cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<JournalRun>> ReadRunsCoreAsync(int take, CancellationToken cancellationToken) =>
        _database.RunAsync<IReadOnlyList<JournalRun>>(() => [.. _database.Usage.Runs.Values.OrderByDescending(run => run.StartedAt).Take(take)], cancellationToken);

    /// <inheritdoc />
    protected override Task<ChargeResult> TryChargeCoreAsync(CallCharge charge, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Usage.TryCharge(charge), cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsCoreAsync(string org, DateTimeOffset since, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Usage.CountSince(org, since), cancellationToken);

    /// <inheritdoc />
    protected override Task MoveCallsCoreAsync(string from, string to, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            _database.Usage.Move(from, to);
            return true;
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task<long> CountCallsOfRunCoreAsync(string run, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Usage.CountOfRun(run), cancellationToken);

    /// <inheritdoc />
    protected override Task RecordUsageCoreAsync(UsageSample sample, CancellationToken cancellationToken) =>
        _database.RunAsync(() =>
        {
            _database.Usage.Add(sample);
            return true;
        }, cancellationToken);

    /// <inheritdoc />
    protected override Task<IReadOnlyList<UsageHour>> ReadUsageCoreAsync(
        string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _database.RunAsync(() => _database.Usage.Read(org, from, to), cancellationToken);
}
