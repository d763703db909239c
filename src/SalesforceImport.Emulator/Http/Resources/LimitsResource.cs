using SalesforceImport.Emulator.Limits;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/limits</c>.</summary>
internal sealed class LimitsResource : IResource
{
    public string Pattern => "limits";

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        CheckPermission(exchange);
        exchange.Services.QueryJobs.SettleAll();
        return Answers.JsonAsync(exchange.Http, 200, json => LimitsWriter.Write(json, exchange.Services.Allowance, exchange.Services.BulkAllowance));
    }

    public static void CheckPermission(Exchange exchange)
    {
        if (!exchange.Services.Options.LimitsPermission)
        {
            throw new ApiException(403, "INSUFFICIENT_ACCESS", "You do not have sufficient access to view this resource");
        }
    }
}
