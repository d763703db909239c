using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>
/// Reads a step that goes by ids of the host's store, a list of them to a request. A list that is too much for the org is
/// asked for in halves; one whose answer breaks off is asked for again.
/// </summary>
internal sealed class IdStepReader(SalesforceOrg org, StepIdSource source, ICallMeter meter, TimeProvider time)
{
    private const int MostInterruptionsInARow = 5;

    public async IAsyncEnumerable<StepBatch> ReadAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = step.Ids!;
        var position = from.Ids ?? IdPosition.Start;
        int perCall = ids.PerCall;
        int interruptions = 0;
        while (await source.NextAsync(ids.Of, position.Last, perCall, cancellationToken).ConfigureAwait(false) is { Count: > 0 } asked)
        {
            SalesforceException? failure = null;
            var held = new List<RecordBatch>();
            long rows = 0;
            var batches = org.QueryAsync(StepQuery.ForIds(step, asked), meter, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
                    catch (SalesforceException exception) when (exception is QueryInterruptedException || (IsTooMuch(exception) && asked.Count > 1))
                    {
                        failure = exception;
                        break;
                    }

                    var batch = batches.Current;
                    rows += batch.Count;
                    failure = batch is { IsLast: true, TotalSize: { } total } && rows < total ? Incomplete(step, rows, total) : null;
                    if (step.Links is null && held.Count > 0)
                    {
                        // The last batch of a list waits, to move the position as well. Links are decided by whole lists.
                        yield return Batch(index, held);
                        held = [];
                    }

                    held.Add(batch);
                }
            }

            if (failure is null)
            {
                interruptions = 0;
                position = new(asked[^1], position.Count + asked.Count, position.Missing + (ids.Field == "Id" ? Math.Max(0, asked.Count - rows) : 0));
                yield return Batch(index, held) with { Ids = position, Asked = asked };
            }
            else if (IsTooMuch(failure))
            {
                perCall = asked.Count / 2;
            }
            else
            {
                await WaitAsync(step, ++interruptions, failure, cancellationToken).ConfigureAwait(false);
            }
        }

        yield return Batch(index, []) with { EndsStep = true };
    }

    private static StepBatch Batch(int index, IReadOnlyList<RecordBatch> parts) => new(index, parts, EndsStep: false, IsOrdered: false, Returned: null);

    private static bool IsTooMuch(SalesforceException exception) =>
        exception is QueryTooLongException or QueryTimeoutException || exception.ErrorCode is "OPERATION_TOO_LARGE" or "QUERY_TOO_COMPLICATED";

    private static QueryInterruptedException Incomplete(ImportStep step, long rows, long total) => new(
        QueryInterruption.AnswerBroken, $"The org says that a list of {step.Object} has {total:N0} records, but returned {rows:N0}.");

    private Task WaitAsync(ImportStep step, int interruptions, SalesforceException interruption, CancellationToken cancellationToken) =>
        interruptions > MostInterruptionsInARow
            ? throw new SalesforceImportException(
                $"Reading {step.Object} was interrupted {interruptions} times in a row: {interruption.Message}", interruption)
            : Task.Delay(TimeSpan.FromSeconds(1 << (interruptions - 1)), time, cancellationToken);
}
