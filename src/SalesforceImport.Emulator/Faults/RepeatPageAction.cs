using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Sends the page before once more.</summary>
internal sealed class RepeatPageAction : FaultAction
{
    /// <summary>Where the rows of a page begin that should begin at a position.</summary>
    public static long Begin(HttpContext context, long position, int pageSize) =>
        context.Items.ContainsKey(typeof(RepeatPageAction)) ? Math.Max(0, position - pageSize) : position;

    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        strike.Http.Items[typeof(RepeatPageAction)] = this;
        return Task.FromResult(false);
    }
}
