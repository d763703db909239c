using System.Text;

namespace SalesforceImport.Emulator.Faults;

/// <summary>Answers in the org's stead.</summary>
internal sealed class RespondAction(int status, string body, string? contentType) : FaultAction
{
    internal override async Task<bool> StrikeAsync(FaultStrike strike)
    {
        var response = strike.Http.Response;
        response.StatusCode = status;
        if (contentType is null || !contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            // Such an answer comes from in front of the org, which knows nothing of limits.
            response.Headers.Remove("Sforce-Limit-Info");
        }

        if (body.Length > 0)
        {
            response.ContentType = contentType;
            await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(body), strike.Stopping).ConfigureAwait(false);
        }

        return true;
    }
}
