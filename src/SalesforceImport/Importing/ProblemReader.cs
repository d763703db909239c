using System.Runtime.CompilerServices;
using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Reads what a run skipped and what failed in it, from the store alone: no call.</summary>
internal sealed class ProblemReader(ContactStore store)
{
    public async IAsyncEnumerable<RecordProblem> ReadAsync(StoredRun run, ImportPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string sObject in plan.Steps.Select(step => step.Object).Distinct())
        {
            var logs = await store.ReadLogAsync(run.Run, sObject, ids: null, cancellationToken).ConfigureAwait(false);
            foreach (var result in NewestResults.Of(logs))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsProblem(result))
                {
                    yield return new(sObject, result.Id, result.Outcome, result.Reason, result.Detail);
                }
            }
        }
    }

    // What is gone from the org was not returned by it: it is accounted for apart.
    private static bool IsProblem(RecordResult result) => result
        is { Outcome: RecordOutcome.Failed }
        or { Outcome: RecordOutcome.Skipped, Reason: not (RecordReason.Deleted or RecordReason.LeftSelection) };
}
