using SalesforceImport.Emulator.Bulk;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Decides how a job ends.</summary>
internal sealed class DoomJobAction(JobFate fate) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        if (strike.Target.Segments is ["services", "data", _, "jobs", "query", var id, ..])
        {
            strike.Services.QueryJobs.Find(id)?.Doom(fate);
        }
        else
        {
            strike.Http.Items[typeof(JobFate)] = fate;
        }

        return Task.FromResult(false);
    }
}
