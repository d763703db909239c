using SalesforceImport.Planning;

namespace SalesforceImport.Importing;

/// <summary>What the rest of a run takes, as far as the run has shown what a call brings. Pure.</summary>
internal static class RemainingCalls
{
    /// <summary>The costs of the steps that are not done.</summary>
    public static IReadOnlyList<TransportCost> Of(ImportPlan plan, RunCheckpoint checkpoint) =>
    [
        .. Pair(plan, checkpoint)
            .Where(pair => !pair.At.IsDone)
            .Select(pair => TransportCosts.OfRemainder(
                pair.Step, TransportOf(pair), pair.At.Records, pair.At.Ids?.Count ?? 0, plan.Prefer, checkpoint.RecordsPerCall ?? CallEstimate.RestPage)),
    ];

    /// <summary>
    /// What a call over REST brought between two checkpoints. Pages of wide rows are smaller than the org's largest, so that
    /// a run can need more calls than were planned; null where nothing was read.
    /// </summary>
    public static long? RecordsPerCall(ImportPlan plan, RunCheckpoint before, RunCheckpoint after, long queries)
    {
        if (plan.Steps.Any(step => step.Ids is not null))
        {
            // A list of ids brings as many records as there are, and not a page of them.
            return null;
        }

        long read = RecordsOverRest(plan, after) - RecordsOverRest(plan, before);
        return queries > 0 && read > 0 ? Math.Clamp(read / queries, 1, CallEstimate.RestPage) : null;
    }

    private static long RecordsOverRest(ImportPlan plan, RunCheckpoint checkpoint) =>
        Pair(plan, checkpoint).Where(pair => TransportOf(pair) == ImportTransport.Rest).Sum(pair => pair.At.Records);

    private static IEnumerable<(ImportStep Step, StepCheckpoint At)> Pair(ImportPlan plan, RunCheckpoint checkpoint) => plan.Steps.Zip(checkpoint.Steps);

    private static ImportTransport TransportOf((ImportStep Step, StepCheckpoint At) pair) => pair.At.Transport ?? pair.Step.Transport;
}
