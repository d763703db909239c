using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>An answer that is no success, taken apart.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="IsJson">Whether the body was JSON at all.</param>
/// <param name="Code">Salesforce's error code, or OAuth's error.</param>
/// <param name="Message">Its message or description.</param>
/// <param name="FirstLine">The first line of a body that is not JSON; null when it was empty.</param>
/// <param name="RetryAfter">The wait the org asked for.</param>
internal sealed record OrgError(
    HttpStatusCode Status, bool IsJson, string? Code, string? Message, string? FirstLine, TimeSpan? RetryAfter)
{
    private const int MaxBody = 256 * 1024;

    public static async ValueTask<OrgError> ReadAsync(
        HttpResponseMessage response, ResponseBody body, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await body.ReadUpToAsync(MaxBody, cancellationToken).ConfigureAwait(false);
        }
        catch (SalesforceException)
        {
            // The status alone must do.
            bytes = [];
        }

        return Parse(response.StatusCode, bytes, After(response.Headers, timeProvider));
    }

    internal static OrgError Parse(HttpStatusCode status, byte[] body, TimeSpan? retryAfter)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            {
                root = root[0];
            }

            return root.ValueKind == JsonValueKind.Object
                ? new OrgError(
                    status,
                    true,
                    Text(root, "errorCode") ?? Text(root, "error"),
                    Text(root, "message") ?? Text(root, "error_description"),
                    null,
                    retryAfter)
                : new OrgError(status, true, null, null, null, retryAfter);
        }
        catch (JsonException)
        {
            return new OrgError(status, false, null, null, BodyText.FirstLine(body), retryAfter);
        }
    }

    public bool Says(string words) => Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    internal static TimeSpan? After(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? timeProvider.GetUtcNow()),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: no text worth showing.
            return null;
        }
    }
}
