namespace SalesforceImport.Emulator.Faults;

/// <summary>Takes a header off the answer.</summary>
internal sealed class LoseHeaderAction(string name) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Http.Response.OnStarting(() =>
        {
            strike.Http.Response.Headers.Remove(name);
            return Task.CompletedTask;
        });
        return Task.FromResult(false);
    }
}
