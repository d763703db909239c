using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>
/// Reads one step to its end by the transport that the plan chose, and by the other one where the org leaves no choice.
/// Then the step is begun anew, and what the run has read of it is passed over.
/// </summary>
internal sealed class StepReader(
    SalesforceOrg org, StepIdSource ids, GoneStepReader gone, ICallMeter meter, TimeProvider time, TransportPreference prefer)
{
    private readonly RestStepReader _rest = new(org, meter, time);
    private readonly BulkStepReader _bulk = new(org, meter, prefer);
    private readonly IdStepReader _byIds = new(org, ids, meter, time);

    public IAsyncEnumerable<StepBatch> ReadAsync(int index, ImportStep step, StepCheckpoint from, CancellationToken cancellationToken) => step switch
    {
        { Reading: StepReading.Deleted or StepReading.Held } => gone.ReadAsync(index, step, from, cancellationToken),
        { Ids: null } => ReadQueryAsync(index, step, from, cancellationToken),
        { Reading: StepReading.Whole } => ReadWholeAsync(index, step, from, cancellationToken),
        _ => _byIds.ReadAsync(index, step, from, cancellationToken),
    };

    private async IAsyncEnumerable<StepBatch> ReadWholeAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = new WantedRecords(step, await ids.AllAsync(step.Ids!.Of, cancellationToken).ConfigureAwait(false));
        await foreach (var batch in ReadQueryAsync(index, step, from, cancellationToken).ConfigureAwait(false))
        {
            // How many are kept is known to nobody beforehand; that all came is for the readers to see.
            yield return batch with { Wanted = wanted, Returned = null };
        }
    }

    private async IAsyncEnumerable<StepBatch> ReadQueryAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StepTurn? turn;
        do
        {
            turn = null;
            var transport = from.Transport ?? step.Transport;
            var reading = transport == ImportTransport.Bulk
                ? _bulk.ReadAsync(index, step, from, cancellationToken)
                : _rest.ReadAsync(index, step, from, cancellationToken);
            var batches = reading.GetAsyncEnumerator(cancellationToken);
            await using (batches.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await batches.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (SalesforceException failure) when (StepTurn.After(failure, step.Object, transport, from) is { } needed)
                    {
                        turn = needed;
                        break;
                    }

                    yield return batches.Current;
                }
            }

            if (turn is not null)
            {
                yield return new StepBatch(index, [], EndsStep: false, IsOrdered: true, Returned: null) { Turn = turn };
                turn.ThrowIfStopping();
                from = from.Turned(turn);
            }
        }
        while (turn is not null);
    }
}
