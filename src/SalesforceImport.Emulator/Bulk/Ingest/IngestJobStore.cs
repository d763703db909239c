using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Bulk.Ingest;

/// <summary>The ingest jobs of the org. Ended ones are kept for seven days. Thread-safe.</summary>
internal sealed class IngestJobStore(EmulatorOptions options, EmulatedOrg org, JobIds ids, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<RecordId, IngestJob> _jobs = new();

    public IngestJob Open(IngestRequest request)
    {
        var job = new IngestJob(ids.Next(), request, org, options, logger);
        _jobs[job.Id] = job;
        return job;
    }

    /// <summary>Finds a job of a user; null where there is none, or no longer.</summary>
    public IngestJob? Find(string text, int user) =>
        RecordId.TryParse(text, out var id) && _jobs.TryGetValue(id, out var job) && job.Request.User == user && IsKept(job) ? job : null;

    public void Remove(IngestJob job)
    {
        _jobs.TryRemove(job.Id, out _);
        job.Dispose();
    }

    /// <summary>Lets no job run any more.</summary>
    public void Dispose()
    {
        foreach (var job in _jobs.Values)
        {
            job.Dispose();
        }
    }

    /// <summary>The jobs of a user by id, from the one after an id on.</summary>
    public IEnumerable<IngestJob> List(int user, RecordId after) =>
        _jobs.Values.Where(job => job.Request.User == user && job.Id.CompareTo(after) > 0 && IsKept(job)).OrderBy(job => job.Id);

    private bool IsKept(IngestJob job)
    {
        if (!job.Look().IsEnded || job.Since + Lifetime > org.Now)
        {
            return true;
        }

        Remove(job);
        return false;
    }
}
