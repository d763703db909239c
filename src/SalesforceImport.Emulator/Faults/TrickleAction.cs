namespace SalesforceImport.Emulator.Faults;

/// <summary>Sends the body in small pieces.</summary>
internal sealed class TrickleAction(int bytes, TimeSpan every) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Http.Response.Body = new TrickleStream(strike.Http.Response.Body, bytes, every, strike.Services.Options.TimeProvider);
        return Task.FromResult(false);
    }
}
