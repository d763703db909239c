using System.Collections.Concurrent;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Limits;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>The query jobs of the org. Ended ones are kept for seven days. Thread-safe.</summary>
internal sealed class QueryJobStore(EmulatorOptions options, BulkAllowance allowance, JobIds ids)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<RecordId, QueryJob> _jobs = new();

    /// <summary>Starts a job.</summary>
    /// <exception cref="Http.ApiException">The limits of the day are reached.</exception>
    public QueryJob Start(QueryJobRequest request, BulkQuery query, JobFate fate)
    {
        SettleAll();
        allowance.TakeJob();
        var job = new QueryJob(ids.Next(), request, query, fate, options, allowance);
        _jobs[job.Id] = job;
        return job;
    }

    /// <summary>Finds a job; null where there is none, or no longer.</summary>
    public QueryJob? Find(string text)
    {
        if (!RecordId.TryParse(text, out var id) || !_jobs.TryGetValue(id, out var job))
        {
            return null;
        }

        return IsKept(job) ? job : null;
    }

    public void Remove(QueryJob job) => _jobs.TryRemove(job.Id, out _);

    /// <summary>The jobs of a user by id, from the one after an id on.</summary>
    public IEnumerable<QueryJob> List(int user, RecordId after) =>
        _jobs.Values.Where(job => job.Request.User == user && job.Id.CompareTo(after) > 0 && IsKept(job)).OrderBy(job => job.Id);

    /// <summary>Looks at every job, so that what has ended counts and what is too old goes.</summary>
    public void SettleAll()
    {
        foreach (var job in _jobs.Values)
        {
            IsKept(job);
        }
    }

    private bool IsKept(QueryJob job)
    {
        var view = job.Look();
        if (!view.IsEnded || view.Since + Lifetime > options.TimeProvider.GetUtcNow())
        {
            return true;
        }

        Remove(job);
        return false;
    }
}
