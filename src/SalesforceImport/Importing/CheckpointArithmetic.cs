using SalesforceImport.Matching;

namespace SalesforceImport.Importing;

/// <summary>How a batch moves a checkpoint: position, then accounts.</summary>
internal static class CheckpointArithmetic
{
    private const int MostFailuresKept = 100;

    /// <param name="checkpoint">The checkpoint before.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="taken">How many of its records are new to the run.</param>
    /// <param name="lastId">Its highest id.</param>
    /// <param name="callsUsed">The calls of the run so far.</param>
    public static RunCheckpoint Advance(this RunCheckpoint checkpoint, StepBatch batch, int taken, SalesforceId? lastId, long callsUsed)
    {
        var step = checkpoint.Steps[batch.Step];
        step = batch.Turn is { } turn ? step.Turned(turn) : step;
        var steps = checkpoint.Steps.ToArray();
        long records = step.Records + taken;
        long? returned = batch.Returned ?? step.Returned;
        steps[batch.Step] = step with
        {
            After = lastId is { } last && (step.After is not { } after || last > after) ? last : step.After,
            Records = records,
            IsOrdered = step.IsOrdered && batch.IsOrdered,
            IsDone = batch.EndsStep && records >= (returned ?? 0),
            Returned = returned,
            Bulk = batch.Bulk,
            Ids = batch.Ids ?? step.Ids,
        };
        return checkpoint with { Steps = steps, CallsUsed = callsUsed };
    }

    public static RunCheckpoint Account(
        this RunCheckpoint checkpoint, string sObject, IReadOnlyCollection<RecordResult> results, IReadOnlyCollection<Amendment> amendments)
    {
        var tallies = checkpoint.Tallies.ToDictionary();
        var tally = tallies.GetValueOrDefault(sObject) ?? new ObjectTally();
        tally = tally with { Selected = tally.Selected + results.Count };
        foreach (var (outcome, count) in results.CountBy(result => result.Outcome))
        {
            tally = tally.Add(outcome, count);
        }

        tallies[sObject] = tally;
        foreach (var amendment in amendments)
        {
            tallies[amendment.Object] = (tallies.GetValueOrDefault(amendment.Object) ?? new ObjectTally())
                .Add(amendment.Was, -1)
                .Add(amendment.Becomes, 1);
        }

        return checkpoint with { Tallies = tallies, Failures = Failures(checkpoint, sObject, results) };
    }

    public static RunCheckpoint AccountGone(this RunCheckpoint checkpoint, string sObject, long gone)
    {
        var tallies = checkpoint.Tallies.ToDictionary();
        var tally = tallies.GetValueOrDefault(sObject) ?? new ObjectTally();
        tallies[sObject] = tally with { Gone = tally.Gone + gone };
        return checkpoint with { Tallies = tallies };
    }

    private static IReadOnlyList<RecordProblem> Failures(RunCheckpoint checkpoint, string sObject, IEnumerable<RecordResult> results)
    {
        var failed = results
            .Where(result => result.Outcome == RecordOutcome.Failed)
            .Select(result => new RecordProblem(sObject, result.Id, result.Outcome, result.Reason, result.Detail))
            .Take(Math.Max(0, MostFailuresKept - checkpoint.Failures.Count))
            .ToList();
        return failed.Count == 0 ? checkpoint.Failures : [.. checkpoint.Failures, .. failed];
    }
}
