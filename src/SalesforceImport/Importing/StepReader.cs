using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>
/// Reads one step to its end, whatever interrupts it: a broken stream, a lost locator, a new session are taken up behind
/// the last id read.
/// </summary>
internal sealed class StepReader(SalesforceOrg org, ICallMeter meter, TimeProvider time)
{
    private const int MostInterruptionsInARow = 5;

    public async IAsyncEnumerable<StepBatch> ReadAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new StepCursor(from);
        int interruptions = 0;
        QueryInterruptedException? interruption;
        do
        {
            interruption = null;
            cursor.StartQuery();
            var batches = org.QueryAsync(StepQuery.For(step, cursor.After), meter, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
                    catch (QueryInterruptedException exception)
                    {
                        interruption = exception;
                        break;
                    }

                    var batch = batches.Current;
                    cursor.Pass(batch);
                    interruptions = batch.Count > 0 && cursor.IsOrdered ? 0 : interruptions;
                    yield return new StepBatch(index, [batch], batch.IsLast, cursor.IsOrdered, cursor.Returned);
                }
            }

            if (interruption is not null)
            {
                await WaitAsync(step, ++interruptions, interruption, cancellationToken).ConfigureAwait(false);
            }
        }
        while (interruption is not null);
    }

    private Task WaitAsync(ImportStep step, int interruptions, QueryInterruptedException interruption, CancellationToken cancellationToken) =>
        interruptions > MostInterruptionsInARow
            ? throw new SalesforceImportException(
                $"Reading {step.Object} was interrupted {interruptions} times in a row: {interruption.Message}", interruption)
            : Task.Delay(TimeSpan.FromSeconds(1 << (interruptions - 1)), time, cancellationToken);
}
