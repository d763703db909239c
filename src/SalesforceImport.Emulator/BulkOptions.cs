namespace SalesforceImport.Emulator;

/// <summary>How an emulated org runs Bulk API 2.0 jobs. Part of <see cref="EmulatorOptions"/>.</summary>
public sealed class BulkOptions
{
    /// <summary>Whether the org's edition has the Bulk API. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The most rows of a result page, whatever <c>maxRecords</c> asks for; a request that asks for nothing gets as many. A page
    /// never holds more rows than fit one gigabyte. Default 250,000.
    /// </summary>
    public int PageSize { get; set; } = 250_000;

    /// <summary>How long a job waits before it is started, by <see cref="EmulatorOptions.TimeProvider"/>. Default zero.</summary>
    public TimeSpan QueueTime { get; set; } = TimeSpan.Zero;

    /// <summary>How long a job is in progress, by <see cref="EmulatorOptions.TimeProvider"/>. Default zero: it is complete at the first look.</summary>
    public TimeSpan ProcessingTime { get; set; } = TimeSpan.Zero;

    /// <summary>How many query jobs the org allows in any 24 hours. Default 10,000.</summary>
    public int DailyQueryJobLimit { get; set; } = 10_000;

    /// <summary>How many kilobytes of results the query jobs of any 24 hours may have before no more are taken. Default 1,000,000,000, about one terabyte.</summary>
    public long DailyQueryKilobyteLimit { get; set; } = 1_000_000_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ProcessingTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(DailyQueryJobLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(DailyQueryKilobyteLimit);
    }
}
