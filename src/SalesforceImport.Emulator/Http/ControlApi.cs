using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary>What lies below <c>/_emulator</c>: the emulator's own business, for tests in other processes. Neither logged nor counted.</summary>
internal static class ControlApi
{
    public static Task AnswerAsync(OrgServices services, HttpContext context, string[] what) => what switch
    {
        ["calls"] => CallsAnswer.WriteAsync(services, context),
        ["faults"] => FaultsAnswer.AnswerAsync(services, context),
        ["sign-in"] => SignInAnswer.WriteAsync(services, context),
        _ => throw ApiException.NotFound(),
    };
}
