using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Makes the report of a run from what the store keeps of it.</summary>
internal static class ReportBuilder
{
    public static async Task<ImportReport> BuildAsync(ImportPlan plan, StoredRun run, ContactStore store, CancellationToken cancellationToken) => Build(
        plan,
        run,
        run.Checkpoint is { } text ? RunCheckpoint.FromJson(run.Run, text) : Start(plan),
        await store.CountAllAsync(run, cancellationToken).ConfigureAwait(false),
        store.Description);

    public static ImportReport Build(ImportPlan plan, StoredRun run, RunCheckpoint checkpoint, long listed, string store) => new()
    {
        Run = run.Run,
        State = StateOf(run.State),
        Reason = run.State == RunState.Completed ? null : checkpoint.Reason,
        ResumeAt = run.State == RunState.Paused ? checkpoint.ResumeAt : null,
        Selector = plan.Selector.ToString(),
        ChangesSince = plan.ChangesSince,
        Objects = Objects(plan, checkpoint),
        Calls = new CallSummary(
            plan.PlanningCalls + checkpoint.CallsUsed,
            plan.PlanningCalls + plan.ExpectedCalls,
            plan.PlanningCalls + checkpoint.Ceiling,
            plan.PlanningCalls),
        Budget = plan.Budget,
        List = new ListSummary(run.Run, run.ListName, listed),
        Store = store,
        Notes = Notes(plan, checkpoint),
        Failures = checkpoint.Failures,
        StartedAt = run.StartedAt,
        EndedAt = run.ClosedAt,
    };

    public static ImportReport Refused(ImportPlan plan, Budgeting.ApiBudgetVerdict verdict, string store, DateTimeOffset now) => new()
    {
        Run = null,
        State = ImportState.Refused,
        Reason = $"The import may take {verdict.Ceiling:N0} API calls, {verdict.Shortfall:N0} more than may be spent now. {string.Join(' ', verdict.Advice)}",
        Selector = plan.Selector.ToString(),
        ChangesSince = plan.ChangesSince,
        Objects = plan.Steps.Select(step => step.Object).Distinct().ToDictionary(name => name, _ => new ObjectTally()),
        Calls = new CallSummary(plan.PlanningCalls, plan.PlanningCalls + plan.ExpectedCalls, plan.PlanningCalls + plan.Ceiling, plan.PlanningCalls),
        Budget = verdict,
        List = new ListSummary(string.Empty, plan.ListName, 0),
        Store = store,
        Notes = [.. plan.Findings.Select(finding => finding.Message)],
        StartedAt = now,
        EndedAt = now,
    };

    public static RunCheckpoint Start(ImportPlan plan) => new()
    {
        Steps = [.. plan.Steps.Select(step => new StepCheckpoint(step.Object, null, 0, IsOrdered: true, IsDone: false, null))],
        Tallies = plan.Steps.Select(step => step.Object).Distinct().ToDictionary(name => name, _ => new ObjectTally()),
    };

    private static Dictionary<string, ObjectTally> Objects(ImportPlan plan, RunCheckpoint checkpoint) =>
        plan.Steps.Select(step => step.Object).Distinct().ToDictionary(
            name => name,
            name => checkpoint.Tallies.GetValueOrDefault(name) ?? new ObjectTally());

    private static List<string> Notes(ImportPlan plan, RunCheckpoint checkpoint)
    {
        var notes = plan.Findings.Select(finding => finding.Message).ToList();
        foreach (var (step, position) in plan.Steps.Zip(checkpoint.Steps))
        {
            if (position.IsDone && step.Ids is null && step.Gone is null && step.CountKind == Planning.CountKind.Exact && position.Records != step.Count)
            {
                notes.Add($"{step.Object}: the plan counted {step.Count:N0} records, {position.Records:N0} came: the org changed in between.");
            }

            if (position.IsDone && step.Ids is null && step.Gone is null && step.CountKind != Planning.CountKind.Exact)
            {
                notes.Add($"{step.Object}: the plan went by {(step.CountKind == Planning.CountKind.UpperBound ? "an upper bound" : "an estimate")} of {step.Count:N0} records, {position.Records:N0} came.");
            }

            if (position is { IsDone: true, Ids.Missing: > 0 and var missing })
            {
                notes.Add($"{step.Object}: {missing:N0} that others refer to could not be read: deleted, or not visible to the signed-in user. What refers to them is kept, and tied as soon as they come in.");
            }

            notes.AddRange(position.Notes);
            if (!position.IsOrdered && position.Turns == 0 && step.Ids is null && step.Transport == Planning.ImportTransport.Rest)
            {
                notes.Add($"{step.Object}: the org did not keep to the order of ids, or sent a page twice; each record was imported once.");
            }
        }

        return notes;
    }

    public static ImportState StateOf(RunState state) => state switch
    {
        RunState.Completed => ImportState.Completed,
        RunState.Paused => ImportState.Paused,
        RunState.Cancelled => ImportState.Cancelled,
        RunState.Failed => ImportState.Failed,
        _ => ImportState.Running,
    };
}
