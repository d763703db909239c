using SalesforceImport.Budgeting;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Makes the report of an undo from what the store keeps of it.</summary>
internal static class UndoReports
{
    public static ImportReport Build(UndoPlan plan, StoredRun run, UndoCheckpoint checkpoint, string store) => new()
    {
        Run = run.Run,
        State = ReportBuilder.StateOf(run.State),
        Reason = run.State == RunState.Completed ? null : checkpoint.Reason,
        Selector = plan.Title,
        Objects = new Dictionary<string, ObjectTally>(),
        Calls = new CallSummary(0, 0, 0, 0),
        Budget = NoCalls(run.StartedAt),
        List = new ListSummary(run.Run, run.ListName, 0),
        Store = store,
        Notes = Notes(checkpoint),
        StartedAt = run.StartedAt,
        EndedAt = run.ClosedAt,
        Undo = new UndoReport
        {
            Import = plan.Import,
            IsRedo = plan.IsRedo,
            Removed = checkpoint.Removed,
            Restored = checkpoint.Restored,
            Reverted = checkpoint.Reverted,
            Links = checkpoint.Links,
            Left = checkpoint.Left,
            Examples = checkpoint.Examples,
        },
    };

    private static List<string> Notes(UndoCheckpoint done) =>
    [
        $"{done.Removed:N0} rows were removed, {done.Restored:N0} put back, {done.Reverted:N0} changed back; {done.Links:N0} links were dropped or put back.",
        .. done.Left.OrderBy(left => left.Key).Select(left => $"{left.Value:N0} left as they are: {Text(left.Key)}."),
    ];

    private static string Text(UndoLeftReason reason) => reason switch
    {
        UndoLeftReason.WrittenByHost => "the application has written them since",
        UndoLeftReason.ChangedByNewerRun => "a newer run has changed them since",
        UndoLeftReason.StillReferenced => "the application's own tables still refer to them",
        UndoLeftReason.OptOutKept => "opt-outs are never loosened",
        UndoLeftReason.BelongsToAnotherRow => "the record belongs to another row by now",
        UndoLeftReason.RowGone => "the row is gone",
        UndoLeftReason.CreatorUndone => "the run that had created the row was undone as well",
        UndoLeftReason.Erased => "the person was erased",
        _ => "the rows kept being changed by another writer",
    };

    /// <summary>An undo asks the org nothing, so that it fits any budget.</summary>
    private static ApiBudgetVerdict NoCalls(DateTimeOffset at) =>
        ApiBudgetCalculator.Judge(new ApiBudgetInput { Records = new Dictionary<string, long>(), ExpectedCalls = 0, Ceiling = 0, Now = at });
}
