using Microsoft.AspNetCore.Connections.Features;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Drops the connection.</summary>
internal sealed class ResetAction : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        // Without lingering the peer sees a reset, not an orderly end.
        if (strike.Http.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
        }

        strike.Drop();
        return Task.FromResult(true);
    }
}
