using SalesforceImport.Emulator.Auth;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Ends the request's session.</summary>
internal sealed class ExpireSessionAction : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        if (BearerToken.Read(strike.Http.Request) is { } token)
        {
            strike.Services.Sessions.Revoke(token);
        }

        return Task.FromResult(false);
    }
}
