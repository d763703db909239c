namespace SalesforceImport.Emulator.Faults;

/// <summary>Stops sending.</summary>
internal sealed class StallAction(long afterBytes) : FaultAction
{
    internal override async Task<bool> StrikeAsync(FaultStrike strike)
    {
        if (afterBytes == 0)
        {
            await WaitAsync(strike.Stopping).ConfigureAwait(false);
            return true;
        }

        strike.Http.Response.Body = new CutStream(strike.Http.Response.Body, afterBytes, _ => WaitAsync(strike.Stopping));
        return false;
    }

    private static async Task WaitAsync(CancellationToken stopping)
    {
        var never = new TaskCompletionSource();
        await using var registration = stopping.Register(() => never.TrySetCanceled(stopping)).ConfigureAwait(false);
        await never.Task.ConfigureAwait(false);
    }
}
