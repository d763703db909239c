using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Limits;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>
/// A query job. Time alone moves it from state to state; its rows are looked for when it is first seen complete. Thread-safe.
/// </summary>
internal sealed class QueryJob(RecordId id, QueryJobRequest request, BulkQuery query, JobFate fate, EmulatorOptions options, BulkAllowance allowance)
{
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _started = query.Context.Now + options.Bulk.QueueTime;
    private JobFate _fate = fate;
    private JobView? _end;

    public RecordId Id => id;

    public QueryJobRequest Request => request;

    public BulkQuery Query => query;

    public DateTimeOffset Created => query.Context.Now;

    /// <summary>How long it was, or will be, in progress.</summary>
    public TimeSpan ProcessingTime => options.Bulk.ProcessingTime;

    /// <summary>How the job stands now.</summary>
    public JobView Look()
    {
        lock (_lock)
        {
            var now = options.TimeProvider.GetUtcNow();
            if (_end is null && now >= _started + ProcessingTime && _fate.End is { } end)
            {
                _end = End(end, _started + ProcessingTime);
            }

            return _end ?? (now < _started ? new JobView(JobState.UploadComplete, Created) : new JobView(JobState.InProgress, _started));
        }
    }

    /// <summary>Ends the job at a user's wish; false where it has ended already.</summary>
    public bool TryAbort()
    {
        lock (_lock)
        {
            if (Look().IsEnded)
            {
                return false;
            }

            _end = new JobView(JobState.Aborted, options.TimeProvider.GetUtcNow());
            return true;
        }
    }

    /// <summary>Lets the job go wrong at once, even where it is complete.</summary>
    public void Doom(JobFate doom)
    {
        lock (_lock)
        {
            _fate = doom;
            if (doom.End is { } end)
            {
                _end = new JobView(end, options.TimeProvider.GetUtcNow(), Error: doom.Error);
            }
        }
    }

    private JobView End(JobState state, DateTimeOffset at)
    {
        if (state != JobState.JobComplete)
        {
            return new JobView(state, at, Error: _fate.Error);
        }

        try
        {
            // No request waits for the rows but the one that looks first, and all that follow need them.
            var rows = query.Find(new QueryClock(options.TimeProvider, options.QueryTimeLimit, CancellationToken.None));
            allowance.AddResult(ResultSize.Estimate(query, request.Format, rows));
            return new JobView(state, at, rows);
        }
        catch (SoqlException refusal)
        {
            return new JobView(JobState.Failed, at, Error: $"InvalidBatch : Failed to process query: {refusal.ErrorCode}: {refusal.Message}");
        }
    }
}
