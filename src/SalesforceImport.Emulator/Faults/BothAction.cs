namespace SalesforceImport.Emulator.Faults;

/// <summary>Two things at once.</summary>
internal sealed class BothAction(FaultAction first, FaultAction second) : FaultAction
{
    internal override async Task<bool> StrikeAsync(FaultStrike strike) =>
        await first.StrikeAsync(strike).ConfigureAwait(false) || await second.StrikeAsync(strike).ConfigureAwait(false);

    internal override async Task FinishAsync(FaultStrike strike)
    {
        await second.FinishAsync(strike).ConfigureAwait(false);
        await first.FinishAsync(strike).ConfigureAwait(false);
    }
}
