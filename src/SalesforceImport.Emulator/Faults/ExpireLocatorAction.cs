namespace SalesforceImport.Emulator.Faults;

/// <summary>Ends query locators.</summary>
internal sealed class ExpireLocatorAction : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        if (strike.Target.Segments is [.., var locator] && strike.Services.Locators.TryFind(locator, out _, out _, out _))
        {
            strike.Services.Locators.Expire(locator);
        }
        else
        {
            strike.Services.Locators.ExpireAll();
        }

        return Task.FromResult(false);
    }
}
