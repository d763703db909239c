using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Queries by Bulk API 2.0: a job is created, waited for, read and deleted. Thread-safe.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm">Understanding Bulk API 2.0 Query</seealso>
internal sealed class BulkQueries
{
    private readonly OrgTransport _transport;
    private readonly Func<CancellationToken, ValueTask<string>> _version;
    private readonly BulkJobs _jobs;
    private readonly BulkJobCreator _creator;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public BulkQueries(
        OrgTransport transport,
        JsonAnswers answers,
        Func<CancellationToken, ValueTask<string>> version,
        ServerClock clock,
        TimeProvider time,
        ILogger logger)
    {
        _transport = transport;
        _version = version;
        _jobs = new BulkJobs(answers, transport);
        _creator = new BulkJobCreator(_jobs, () => clock.Now, time);
        _time = time;
        _logger = logger;
    }

    /// <summary>Creates a job for a query. What it returns must be kept before anything else is done: it is the only way back to the job.</summary>
    /// <exception cref="BulkJobException">The org does not take the query as a job, or it is not known whether it did.</exception>
    public async Task<BulkPosition> StartAsync(QueryRequest query, ICallMeter meter, CancellationToken cancellationToken)
    {
        string version = await _version(cancellationToken).ConfigureAwait(false);
        var job = await _creator.CreateAsync(query, version, meter, cancellationToken).ConfigureAwait(false);
        _logger.BulkJobCreated(job.Id, query.SObject);
        return new BulkPosition(job.Id, version);
    }

    /// <summary>Waits for a job, and gives the records of its results from a position on; the last batch says that it is the last.</summary>
    /// <exception cref="BulkJobException">The job brings no more records.</exception>
    public async IAsyncEnumerable<BulkBatch> ReadAsync(
        QueryRequest query,
        BulkPosition from,
        BulkReading reading,
        ICallMeter meter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var job = await WaitAsync(from, meter, cancellationToken).ConfigureAwait(false);
        if (job.Records == 0)
        {
            yield return new BulkBatch(new Reading.RecordBatchBuilder(query.Columns, 1, 1).Build(0, isLast: true), from);
            yield break;
        }

        var opener = new BulkPageOpener(_transport, query, job, from.ApiVersion, reading, meter);
        bool listed = reading.ListPages && from.Page is null && job.Records > reading.MaxRecords && HasList(from.ApiVersion);
        IBulkPageOrder order = listed ? new ListedPages(_jobs, job.Id, from.ApiVersion, meter) : new ChainedPages(opener);
        await foreach (var batch in new BulkResults(opener, order, from, reading.PagesAtOnce, _time).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return batch;
        }
    }

    /// <summary>Deletes a job and its results; one that still runs is stopped first. The org would do so by itself after seven days.</summary>
    public async Task DiscardAsync(BulkPosition position, bool mayRun, ICallMeter meter, CancellationToken cancellationToken)
    {
        try
        {
            if (mayRun)
            {
                await _jobs.AbortAsync(position.Job, position.ApiVersion, meter, cancellationToken).ConfigureAwait(false);
            }

            await _jobs.DeleteAsync(position.Job, position.ApiVersion, meter, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is SalesforceException or CallRefusedException)
        {
            _logger.BulkJobLeft(position.Job, failure.Message);
        }
    }

    private static bool HasList(string version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number >= ListedPages.FirstVersion;

    private async Task<BulkJob> WaitAsync(BulkPosition position, ICallMeter meter, CancellationToken cancellationToken)
    {
        for (int poll = 0; poll < BulkReading.MostPolls; poll++)
        {
            if (position.Rows == 0)
            {
                // A job that rows have been read of is complete: it is only asked whether it is still there.
                await Task.Delay(BulkPolling.Delay(poll), _time, cancellationToken).ConfigureAwait(false);
            }

            var job = await _jobs.GetAsync(position.Job, position.ApiVersion, meter, cancellationToken).ConfigureAwait(false);
            switch (job.State)
            {
                case BulkJobState.Complete:
                    return job;
                case BulkJobState.Failed:
                    throw new BulkJobException(BulkProblem.Failed, $"Bulk job {job.Id} failed: {BodyText.Message(job.Error ?? "the org gives no reason")}");
                case BulkJobState.Aborted:
                    throw new BulkJobException(BulkProblem.Aborted, $"Bulk job {job.Id} was aborted by somebody.");
            }
        }

        throw new BulkJobException(
            BulkProblem.StillRunning, $"Bulk job {position.Job} was still running after {BulkReading.MostPolls} polls. It goes on in the org: resume the run to take its results.");
    }
}
