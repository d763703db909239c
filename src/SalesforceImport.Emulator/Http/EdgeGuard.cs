using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SalesforceImport.Emulator.Http;

/// <summary>What stands in front of the org: it turns away requests whose address or headers are too long, in HTML.</summary>
internal static class EdgeGuard
{
    private const int MostBytes = 16_384;

    /// <summary>Turns a request away; false where it may pass.</summary>
    public static async Task<bool> RefuseAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Length;
        if (target > MostBytes)
        {
            await AnswerAsync(context, 414, "URI Too Long").ConfigureAwait(false);
            return true;
        }

        var headers = context.Request.Headers.Sum(header => header.Key.Length + header.Value.ToString().Length + 4);
        if (target + headers > MostBytes)
        {
            await AnswerAsync(context, 431, "Request Header Fields Too Large").ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private static Task AnswerAsync(HttpContext context, int status, string reason) =>
        Answers.TextAsync(context, status, Answers.Html, $"<h1>Bad Message {status}</h1><pre>reason: {reason}</pre>");
}
