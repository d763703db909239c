using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Sends the page before once more.</summary>
internal sealed class RepeatPageAction : FaultAction
{
    public static bool IsOrdered(HttpContext context) => context.Items.ContainsKey(typeof(RepeatPageAction));

    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Http.Items[typeof(RepeatPageAction)] = this;
        return Task.FromResult(false);
    }
}
