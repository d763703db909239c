using System.Globalization;
using System.Security.Cryptography;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The importer of one registered org.</summary>
internal sealed class SalesforceImporter(ImporterServices services) : ISalesforceImporter
{
    private readonly ImportPlanner _planner = new(services);

    public IImportHistory History { get; } = new ImportHistory(services);

    public IOrgInfo Org { get; } = new OrgInfo(services);

    public async Task CheckStoreAsync(CancellationToken cancellationToken = default)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await services.Store.CheckAsync(StoreSchemas.Foreseen(services.Options), cancellationToken).ConfigureAwait(false);
    }

    public Task<ImportPlan> PlanAsync(RecordSelector selector, CancellationToken cancellationToken = default) =>
        PlanAsync(selector, changesOnly: false, cancellationToken);

    public Task<ImportPlan> PlanChangesAsync(RecordSelector selector, CancellationToken cancellationToken = default) =>
        PlanAsync(selector, changesOnly: true, cancellationToken);

    private async Task<ImportPlan> PlanAsync(RecordSelector selector, bool changesOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selector);
        try
        {
            PlanDraft.CheckSettings(SelectionOutline.Of(selector), services.Options);
            await CheckStoreAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RunLeaseException)
        {
            // A plan can be made beside a run; it is the next run that has to wait.
        }

        return await _planner.PlanAsync(
            selector,
            changesOnly ? org => EarlierRuns.FindNewestAsync(services.Store, org, selector, cancellationToken) : null,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<ImportPreview> PreviewAsync(
        ImportPlan plan, Func<PreviewedBatch, ValueTask>? observe = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var view = new PreviewView(plan);
        var store = new PreviewStore(services.Store, plan.OrgId, changes => observe is null ? ValueTask.CompletedTask : observe(view.Of(changes)));
        await using (store.ConfigureAwait(false))
        {
            var preview = services.Over(store, new CallsOnlyJournal(services.Journal));
            var report = await RunAsync(preview, plan, progress, cancellationToken).ConfigureAwait(false);
            return new ImportPreview { PlanHash = plan.Hash, Report = report with { Run = null, List = report.List with { Id = string.Empty } } };
        }
    }

    public async Task<ImportReport> RunPreviewedAsync(
        ImportPlan plan, ImportPreview preview, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(preview);
        if (preview.PlanHash != plan.Hash)
        {
            throw new ArgumentException($"The preview is of plan {preview.PlanHash}, and this is plan {plan.Hash}. Preview this one.", nameof(preview));
        }

        var report = await RunAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        return report.State == ImportState.Completed ? report with { Notes = [.. report.Notes, .. PreviewDrift.Notes(preview, report)] } : report;
    }

    public Task<ImportReport> RunAsync(ImportPlan plan, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return RunAsync(services, plan, progress, cancellationToken);
    }

    private async Task<ImportReport> RunAsync(
        ImporterServices services, ImportPlan plan, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var verdict = await JudgeAgainAsync(plan, now, cancellationToken).ConfigureAwait(false);
        if (!verdict.Fits && !services.Options.SpreadOverDays)
        {
            return ReportBuilder.Refused(plan, verdict, services.Store.Description, now);
        }

        await services.Store.PrepareAsync(StoreSchemas.Of(plan), cancellationToken).ConfigureAwait(false);
        var opened = await services.Store.OpenRunAsync(
            new RunOpening
            {
                Run = NewRunId(now),
                Kinds = [.. (plan.Steps.Count > 0 ? plan.Steps.Select(step => step.Kind) : plan.Kinds.Select(kind => kind.Kind)).Distinct()],
                Holder = Holder.Current,
                At = now,
                New = new NewRun(plan.OrgId, plan.ToJson(), plan.ListName),
            },
            cancellationToken).ConfigureAwait(false);
        return await new RunAttempt(services, plan).ExecuteAsync(opened, callsCharged: 0, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The budget as of now: time may have passed, and other runs with it, since the plan was made.</summary>
    private async Task<ApiBudgetVerdict> JudgeAgainAsync(ImportPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(plan.OrgId, cancellationToken).ConfigureAwait(false);
        long own = await services.Journal.CountCallsAsync(services.OrgKey, now - CallMeter.Window, cancellationToken).ConfigureAwait(false);
        return ApiBudgetCalculator.Judge(new ApiBudgetInput
        {
            Records = ImportPlanner.RecordsOf(plan.Steps),
            ExpectedCalls = plan.ExpectedCalls,
            Ceiling = Math.Max(plan.Ceiling, plan.ExpectedCalls),
            PlanningCalls = plan.PlanningCalls,
            OrgUsage = services.Org.LastUsage ?? plan.Budget.OrgUsage,
            DailyCallCap = services.Options.DailyCallCap,
            OwnCalls = own,
            Reserve = services.Options.Reserve,
            Now = now,
        });
    }

    private static string NewRunId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
}
