using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Reads the ids of a step that looks for records that are gone: what the org has deleted, or what the store holds.</summary>
internal sealed class GoneStepReader(SalesforceOrg org, ContactStore store, ImportPlan plan, ICallMeter meter)
{
    private const int IdsPerBatch = 2000;

    // Both ends of a request are moments of the org's clock, and must lie at least a minute apart.
    private static readonly TimeSpan ShortestRange = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<StepBatch> ReadAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (step.Links is not null)
        {
            // One look at the store tells all.
            yield return new StepBatch(index, [], EndsStep: true, IsOrdered: true, Returned: null);
            yield break;
        }

        var position = from.Ids ?? IdPosition.Start;
        var deleted = step.Reading == StepReading.Deleted ? await DeletedAsync(step, cancellationToken).ConfigureAwait(false) : null;
        while (true)
        {
            var ids = deleted is not null
                ? [.. deleted.SkipWhile(id => id <= position.Last).Take(IdsPerBatch)]
                : await store.ListSyncedIdsAsync(plan.OrgId, step.Object, position.Last, IdsPerBatch, cancellationToken).ConfigureAwait(false);
            if (ids.Count == 0)
            {
                yield return new StepBatch(index, [], EndsStep: true, IsOrdered: true, Returned: null);
                yield break;
            }

            position = new(ids[^1], position.Count + ids.Count, 0);
            yield return new StepBatch(index, [], EndsStep: false, IsOrdered: true, Returned: null) { Ids = position, Asked = ids };
        }
    }

    private async Task<IReadOnlyList<SalesforceId>> DeletedAsync(ImportStep step, CancellationToken cancellationToken)
    {
        var connection = await org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        var since = plan.ChangesSince!.Value;
        var until = connection.ServerTime > since + ShortestRange ? connection.ServerTime : since + ShortestRange;
        var answer = await org.GetDeletedAsync(step.Object, since, until, meter, cancellationToken).ConfigureAwait(false);
        return answer.Earliest is { } earliest && earliest > since
            ? throw new SalesforceImportException(
                $"The org remembers what was deleted of {step.Object} only since {earliest:u}, and changes are read since {since:u}. Import everything once, then changes again.")
            : answer.Ids;
    }
}
