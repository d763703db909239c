namespace SalesforceImport.Emulator.Bulk;

/// <summary>How a job is to end once its time has come.</summary>
/// <param name="End">The state it ends in; null where it never ends.</param>
/// <param name="Error">What a failed job says.</param>
internal sealed record JobFate(JobState? End, string? Error = null)
{
    public static readonly JobFate Complete = new(JobState.JobComplete);

    public static readonly JobFate Stuck = new(End: null);

    public static readonly JobFate Abort = new(JobState.Aborted);

    public static JobFate Fail(string error) => new(JobState.Failed, error);
}
