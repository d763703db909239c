using SalesforceImport.Selectors;

namespace SalesforceImport;

/// <summary>
/// Brings Salesforce records into the host's store: plan, confirm, run. One instance serves one registered org.
/// </summary>
/// <remarks>
/// Thread-safe. The container owns it; do not dispose of what it was made with. Two runs that write the same kind of
/// record into the same store do not run at once: the second is refused and names the first.
/// </remarks>
public interface ISalesforceImporter
{
    /// <summary>The runs so far: what came in, resume, why.</summary>
    IImportHistory History { get; }

    /// <summary>The org: its limits and usage.</summary>
    IOrgInfo Org { get; }

    /// <summary>
    /// Checks, without a call to the org, that the store can take an import now: that it can be written, that its tables fit
    /// what is mapped, and that no other import is writing. Worth asking before calls are spent on a plan.
    /// </summary>
    /// <exception cref="SalesforceImportException">The store cannot be opened or written, or does not fit what is mapped.</exception>
    /// <exception cref="Stores.RunLeaseException">Another import is writing the same kind into the same store.</exception>
    Task CheckStoreAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a plan: counts, calls, budget, findings. Takes one call for the limits and two for each object, and changes
    /// nothing. Calling it again makes a new plan.
    /// </summary>
    /// <exception cref="SalesforceImportException">The store does not fit what is mapped: said before the first call.</exception>
    /// <exception cref="InvalidConditionException">A condition names a field that is not there, or does not fit it.</exception>
    /// <exception cref="Salesforce.SalesforceException">The org refused, or is unavailable.</exception>
    /// <exception cref="Budgeting.CallRefusedException">Not even the calls for planning are left.</exception>
    Task<ImportPlan> PlanAsync(RecordSelector selector, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a plan that reads only what has changed since the newest completed run of the same selector: changes,
    /// conversions, merges, un-deletes and, by the rule <see cref="SalesforceImportOptions.WhenGone"/>, deletions and records
    /// that have left the selection. Where there is no such run, or what it mapped is not what is mapped now, everything is
    /// read, and a finding says why.
    /// </summary>
    /// <inheritdoc cref="PlanAsync" path="/exception"/>
    Task<ImportPlan> PlanChangesAsync(RecordSelector selector, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries a plan out over a throw-away copy of what it touches: everything is read, matched and decided as in a run, and
    /// nothing is applied. Takes the calls that the run would take, and is held to the same ceiling and budget.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="observe">Is given every batch, and waited for; null when only the counts matter.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="cancellationToken">Stops the preview between two batches.</param>
    /// <exception cref="ImportFailedException">The preview stopped on an error. It cannot be resumed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ImportPreview> PreviewAsync(
        ImportPlan plan, Func<PreviewedBatch, ValueTask>? observe = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out a plan that has been previewed. The report's notes say what has drifted: where the org or the store has
    /// changed in between, and the run came to something else than the preview.
    /// </summary>
    /// <exception cref="ArgumentException">The preview is of another plan.</exception>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    Task<ImportReport> RunPreviewedAsync(
        ImportPlan plan, ImportPreview preview, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries a plan out. A plan that does not fit and a run out of calls are reports, not exceptions: see
    /// <see cref="ImportReport.State"/>.
    /// </summary>
    /// <exception cref="ImportFailedException">The run stopped on an error; it names the run, which can be resumed.</exception>
    /// <exception cref="Stores.RunLeaseException">Another import is writing the same kind into the same store.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was committed stays, and the run can be resumed.</exception>
    Task<ImportReport> RunAsync(ImportPlan plan, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);
}
