using System.Globalization;
using SalesforceImport.Emulator.Http.Resources.Jobs;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Tells a wrong number of rows.</summary>
internal sealed class MiscountAction(int by) : FaultAction
{
    internal override Task<bool> StrikeAsync(FaultStrike strike)
    {
        var headers = strike.Http.Response.Headers;
        strike.Http.Response.OnStarting(() =>
        {
            if (long.TryParse(headers[QueryResultsResource.CountHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                headers[QueryResultsResource.CountHeader] = (count + by).ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        });
        return Task.FromResult(false);
    }
}
