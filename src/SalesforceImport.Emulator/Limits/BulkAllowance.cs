using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Limits;

/// <summary>The Bulk API 2.0 query jobs of the last 24 hours, and the size of their results. Thread-safe.</summary>
internal sealed class BulkAllowance(EmulatorOptions options)
{
    private const int BytesPerKilobyte = 1024;
    private const int KilobytesPerMegabyte = 1024;

    private readonly RollingDay _jobs = new(options.TimeProvider);
    private readonly RollingDay _bytes = new(options.TimeProvider);

    public long JobLimit { get; } = options.Bulk.DailyQueryJobLimit;

    public long JobsLeft => Math.Max(0, JobLimit - _jobs.Used);

    public long MegabyteLimit => KilobyteLimit / KilobytesPerMegabyte;

    public long MegabytesLeft => Math.Max(0, KilobyteLimit - KilobytesUsed) / KilobytesPerMegabyte;

    private long KilobyteLimit { get; } = options.Bulk.DailyQueryKilobyteLimit;

    private long KilobytesUsed => _bytes.Used / BytesPerKilobyte;

    /// <summary>Counts a job.</summary>
    /// <exception cref="ApiException">A limit is reached; the job is not counted.</exception>
    public void TakeJob()
    {
        if (KilobytesUsed >= KilobyteLimit)
        {
            throw Exceeded($"Max bulk v2 query result size stored ({KilobyteLimit}) kb per 24 hrs has been exceeded");
        }

        if (!_jobs.TryAdd(1, JobLimit))
        {
            throw Exceeded($"Max bulk v2 query jobs ({JobLimit}) per 24 hrs has been reached");
        }
    }

    /// <summary>Counts a job's result.</summary>
    public void AddResult(long bytes) => _bytes.Add(bytes);

    private static ApiException Exceeded(string message) => new(400, "LIMIT_EXCEEDED", message);
}
