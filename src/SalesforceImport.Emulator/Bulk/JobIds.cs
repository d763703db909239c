using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>The ids of jobs, which follow each other from job to job. Thread-safe.</summary>
internal sealed class JobIds(int seed)
{
    private readonly IdSpace _ids = new("750", (ulong)seed);
    private long _last = -1;

    public RecordId Next() => _ids.At(Interlocked.Increment(ref _last));
}
