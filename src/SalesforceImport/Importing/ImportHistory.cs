using SalesforceImport.Importing.Undoing;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The runs so far.</summary>
internal sealed class ImportHistory(ImporterServices services) : IImportHistory
{
    private readonly RecordExplainer _explainer = new(services.Store);
    private readonly RecordEraser _eraser = new(services.Store);
    private readonly RunReporter _reporter = new(services);
    private readonly RunUndoer _undoer = new(services);

    public async Task<IReadOnlyList<ImportReport>> ListAsync(int take = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        var reports = new List<ImportReport>();
        foreach (var run in await services.Store.ListRunsAsync(take, cancellationToken).ConfigureAwait(false))
        {
            reports.Add(UndoPlan.Of(run) is { } undo
                ? UndoReports.Build(undo, run, UndoCheckpoint.Of(run), services.Store.Description)
                : await ReportAsync(run, ImportPlan.FromJson(run.Plan), cancellationToken).ConfigureAwait(false));
        }

        return reports;
    }

    public async Task<ImportReport> ResumeAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        var known = await services.Store.FindRunAsync(run, cancellationToken).ConfigureAwait(false) ?? throw new UnknownRunException(run);
        if (UndoPlan.IsOf(known))
        {
            return await _undoer.ResumeAsync(known, progress, cancellationToken).ConfigureAwait(false);
        }

        var plan = ImportPlan.FromJson(known.Plan);
        if (known.State == RunState.Completed)
        {
            return await ReportAsync(known, plan, cancellationToken).ConfigureAwait(false);
        }

        await _undoer.CheckMayResumeAsync(run, cancellationToken).ConfigureAwait(false);
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await services.Store.PrepareAsync(StoreSchemas.Of(plan), cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(plan.OrgId, cancellationToken).ConfigureAwait(false);
        long callsCharged = await services.Journal.CountCallsOfRunAsync(run, cancellationToken).ConfigureAwait(false);
        var opened = await services.Store.OpenRunAsync(
            new RunOpening { Run = run, Kinds = known.Kinds, Holder = Holder.Current, At = services.Time.GetUtcNow() },
            cancellationToken).ConfigureAwait(false);
        return await new RunAttempt(services, plan).ExecuteAsync(opened, callsCharged, progress, cancellationToken).ConfigureAwait(false);
    }

    public Task<ImportReport> UndoAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _undoer.UndoAsync(run, progress, cancellationToken);
    }

    public Task<ImportReport> RedoAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _undoer.RedoAsync(run, progress, cancellationToken);
    }

    public Task<IReadOnlyList<UndoLeft>> ReadLeftAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _undoer.ReadLeftAsync(run, cancellationToken);
    }

    public Task<RecordExplanation> WhyAsync(SalesforceId record, CancellationToken cancellationToken = default) =>
        _explainer.ExplainAsync(record, cancellationToken);

    public Task<bool> ForgetAsync(SalesforceId record, CancellationToken cancellationToken = default) =>
        record.IsEmpty ? throw new ArgumentException("The id names no record.", nameof(record)) : _eraser.ForgetAsync(record, cancellationToken);

    public IAsyncEnumerable<RecordProblem> ReadProblemsAsync(string run, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        return _reporter.ReadProblemsAsync(run, cancellationToken);
    }

    public Task WriteProblemsAsync(string run, Stream destination, ProblemFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentNullException.ThrowIfNull(destination);
        return _reporter.WriteProblemsAsync(run, destination, format, cancellationToken);
    }

    public Task WriteReportAsync(string run, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(run);
        ArgumentNullException.ThrowIfNull(destination);
        return _reporter.WriteReportAsync(run, destination, cancellationToken);
    }

    private async Task<ImportReport> ReportAsync(StoredRun run, ImportPlan plan, CancellationToken cancellationToken)
    {
        var report = await ReportBuilder.BuildAsync(plan, run, services.Store, cancellationToken).ConfigureAwait(false);
        var chain = await new RunChains(services.Store).ReadAsync(run.Run, cancellationToken).ConfigureAwait(false);
        return report with { UndoneBy = chain.UndoneBy };
    }
}
