using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// Creates jobs without ever making two of one: when the answer to a creation is lost, the org's list of jobs is looked
/// at, and only if it shows none that could be ours is another asked for. The list does not tell a job's query, so one
/// that could be ours is neither taken nor stopped. Thread-safe.
/// </summary>
internal sealed class BulkJobCreator(BulkJobs jobs, Func<DateTimeOffset> orgTime, TimeProvider time)
{
    private const int MostAttempts = 3;

    // The org's clock is known from Date headers, to the second.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _created = [];

    /// <exception cref="BulkJobException">Refused, or uncertain whether there is a job.</exception>
    public async Task<BulkJob> CreateAsync(QueryRequest query, string version, ICallMeter meter, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            var since = orgTime() - ClockSlack;
            SalesforceException lost;
            try
            {
                var job = await jobs.CreateAsync(query, version, meter, cancellationToken).ConfigureAwait(false);
                lock (_created)
                {
                    _created.Add(job.Id);
                }

                return job;
            }
            catch (SalesforceException failure) when (failure.IsTransient)
            {
                lost = failure;
            }
            catch (SalesforceException failure) when (BulkRefusals.IsOfBulkOnly(failure))
            {
                throw new BulkJobException(BulkProblem.Refused, $"Bulk API 2.0 does not take {query.SObject}: {failure.Message}", failure);
            }

            await RefuseIfThereIsOneAsync(query, version, since, lost, meter, cancellationToken).ConfigureAwait(false);
            if (attempt == MostAttempts)
            {
                throw lost;
            }

            await Task.Delay(TimeSpan.FromSeconds(1 << attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefuseIfThereIsOneAsync(
        QueryRequest query, string version, DateTimeOffset since, SalesforceException lost, ICallMeter meter, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(query, version, since, meter, cancellationToken).ConfigureAwait(false);
        lock (_created)
        {
            found = found is null ? null : [.. found.Where(job => !_created.Contains(job.Id))];
        }

        if (found is not { Count: 0 })
        {
            string which = found is null ? "the org has too many jobs to tell" : $"it may be {string.Join(" or ", found.Select(job => job.Id))}";
            throw new BulkJobException(
                BulkProblem.Uncertain,
                $"The answer to the creation of the Bulk job for {query.SObject} was lost, and {which}. It was left alone; the org drops it after seven days. {lost.Message}",
                lost);
        }
    }
}
