namespace SalesforceImport.Emulator.Faults;

/// <summary>Ends the body early.</summary>
internal sealed class EndBodyAction(long bytes) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Http.Response.Body = new CutStream(strike.Http.Response.Body, bytes, _ => Task.CompletedTask);
        return Task.FromResult(false);
    }
}
