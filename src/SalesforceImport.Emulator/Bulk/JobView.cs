using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>A job as it stands at one moment.</summary>
/// <param name="State">Its state.</param>
/// <param name="Since">Since when it has been in that state.</param>
/// <param name="Rows">Its rows, where it is complete.</param>
/// <param name="Error">What went wrong, where it failed.</param>
internal sealed record JobView(JobState State, DateTimeOffset Since, RowSequence? Rows = null, string? Error = null)
{
    public bool IsEnded => State >= JobState.JobComplete;
}
