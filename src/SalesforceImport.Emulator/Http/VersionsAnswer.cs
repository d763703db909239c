using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary><c>/services/data</c>: the live versions, oldest first. Needs no token and does not count.</summary>
internal static class VersionsAnswer
{
    public static Task WriteAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            throw new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{context.Request.Method}' not allowed. Allowed are HEAD,GET");
        }

        return Answers.JsonAsync(context, 200, json =>
        {
            json.WriteStartArray();
            foreach (var (version, label) in ApiVersions.Live)
            {
                json.WriteStartObject();
                json.WriteString("label", label);
                json.WriteString("url", "/services/data/v" + version);
                json.WriteString("version", version);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
