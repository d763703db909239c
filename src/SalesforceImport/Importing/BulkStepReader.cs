using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Importing;

/// <summary>Reads one step by a Bulk job: the one that an earlier attempt left, else a new one.</summary>
internal sealed class BulkStepReader(SalesforceOrg org, ICallMeter meter, TransportPreference prefer)
{
    private readonly BulkReading _reading = new() { ListPages = prefer == TransportPreference.Fastest };

    /// <exception cref="BulkJobException">The job brings no more records.</exception>
    public async IAsyncEnumerable<StepBatch> ReadAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = StepQuery.ForBulk(step);
        var position = from.Bulk;
        if (position is null)
        {
            position = await org.Bulk.StartAsync(query, meter, cancellationToken).ConfigureAwait(false);

            // So that the checkpoint knows the job, whatever happens while it is waited for.
            yield return new StepBatch(index, [], EndsStep: false, IsOrdered: true, Returned: null) { Bulk = position };
        }

        var batches = org.Bulk.ReadAsync(query, position, _reading, meter, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (batches.ConfigureAwait(false))
        {
            while (await NextAsync(batches, position, cancellationToken).ConfigureAwait(false))
            {
                var (records, after) = batches.Current;
                yield return new StepBatch(index, [records], records.IsLast, IsOrdered: false, records.TotalSize) { Bulk = after };
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<BulkBatch> batches, BulkPosition position, CancellationToken cancellationToken)
    {
        try
        {
            return await batches.MoveNextAsync().ConfigureAwait(false);
        }
        catch (BulkJobException failure) when (failure.Problem is BulkProblem.Failed or BulkProblem.Aborted or BulkProblem.Incomplete or BulkProblem.Refused)
        {
            await org.Bulk.DiscardAsync(position, mayRun: false, meter, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}
