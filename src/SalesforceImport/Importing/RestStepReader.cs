using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>
/// Reads one step over REST, whatever interrupts it: a broken stream, a lost locator, a new session are taken up behind the
/// last id read, and a query that takes the org too long is asked in halves.
/// </summary>
internal sealed class RestStepReader(SalesforceOrg org, ICallMeter meter, TimeProvider time)
{
    private const int MostInterruptionsInARow = 5;
    private const int MostSplitsInARow = 6;

    /// <exception cref="QueryTimeoutException">Even small ranges of ids take the org too long.</exception>
    public async IAsyncEnumerable<StepBatch> ReadAsync(
        int index, ImportStep step, StepCheckpoint from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new StepCursor(from);
        var ranges = new IdRanges();
        int interruptions = 0;
        int splits = 0;
        bool more;
        do
        {
            SalesforceException? failure = null;
            cursor.StartQuery();
            var range = ranges.Current.Behind(cursor.After);
            var batches = org.QueryAsync(StepQuery.For(step, range), meter, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
                    catch (SalesforceException exception) when (exception is QueryInterruptedException or QueryTimeoutException)
                    {
                        failure = exception;
                        break;
                    }

                    var batch = batches.Current;
                    cursor.Pass(batch);
                    interruptions = batch.Count > 0 && cursor.IsOrdered ? 0 : interruptions;
                    splits = batch.Count > 0 ? 0 : splits;
                    bool ends = batch.IsLast && ranges.IsLast;
                    if (ends && step.Reading == StepReading.Whole && cursor.IsShort)
                    {
                        // Of what is kept nobody could tell it later.
                        failure = new QueryInterruptedException(QueryInterruption.AnswerBroken, $"The org says that {step.Object} has {cursor.Returned:N0} records, but returned fewer.");
                    }

                    yield return new StepBatch(index, [batch], ends && failure is null, cursor.IsOrdered, cursor.Returned);
                }
            }

            more = failure is not null || ranges.MoveNext();
            if (failure is QueryTimeoutException tooLong)
            {
                await SplitAsync(step, ranges, cursor.After, ++splits, tooLong, cancellationToken).ConfigureAwait(false);
            }
            else if (failure is not null)
            {
                await WaitAsync(step, ++interruptions, failure, cancellationToken).ConfigureAwait(false);
            }
        }
        while (more);
    }

    private async Task SplitAsync(
        ImportStep step, IdRanges ranges, SalesforceId? after, int splits, QueryTimeoutException tooLong, CancellationToken cancellationToken)
    {
        var range = ranges.Current.Behind(after);
        var lowest = range.After ?? await EndOfIdsAsync(step, "ASC", cancellationToken).ConfigureAwait(false);
        var highest = range.UpTo ?? await EndOfIdsAsync(step, "DESC", cancellationToken).ConfigureAwait(false);
        if (splits > MostSplitsInARow || lowest is not { } low || highest is not { } high || IdRange.Middle(low, high) is not { } middle)
        {
            throw new QueryTimeoutException(
                $"Salesforce gave up the query of {step.Object} even for small ranges of ids, because it ran too long. {tooLong.Message}", tooLong.ErrorCode, tooLong.HttpStatus);
        }

        ranges.Split(after, middle);
    }

    /// <summary>The first or last id of the whole object: by its index alone, which is quick whatever the step's condition.</summary>
    private async Task<SalesforceId?> EndOfIdsAsync(ImportStep step, string order, CancellationToken cancellationToken)
    {
        var query = new QueryRequest(step.Object, $"SELECT Id FROM {step.Object} ORDER BY Id {order} LIMIT 1", [new("Id", PropertyType.Text)]);
        await foreach (var batch in org.QueryAsync(query, meter, cancellationToken).ConfigureAwait(false))
        {
            return batch.LastId;
        }

        return null;
    }

    private Task WaitAsync(ImportStep step, int interruptions, SalesforceException interruption, CancellationToken cancellationToken) =>
        interruptions > MostInterruptionsInARow
            ? throw new SalesforceImportException(
                $"Reading {step.Object} was interrupted {interruptions} times in a row: {interruption.Message}", interruption)
            : Task.Delay(TimeSpan.FromSeconds(1 << (interruptions - 1)), time, cancellationToken);
}
