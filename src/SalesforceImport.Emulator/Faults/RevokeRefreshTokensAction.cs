namespace SalesforceImport.Emulator.Faults;

/// <summary>Ends the refresh tokens.</summary>
internal sealed class RevokeRefreshTokensAction : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Services.Sessions.RevokeRefreshTokens();
        return Task.FromResult(false);
    }
}
