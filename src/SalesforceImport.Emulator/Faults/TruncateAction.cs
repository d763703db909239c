namespace SalesforceImport.Emulator.Faults;

/// <summary>Cuts the body short.</summary>
internal sealed class TruncateAction(long bytes) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        // The server ends the connection by itself when fewer bytes were written than announced.
        strike.Http.Response.OnStarting(() =>
        {
            strike.Http.Response.ContentLength = bytes + 1;
            return Task.CompletedTask;
        });
        strike.Http.Response.Body = new CutStream(strike.Http.Response.Body, bytes, _ => Task.CompletedTask);
        return Task.FromResult(false);
    }
}
