using System.Globalization;
using System.Text.Json;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Answers that depend on the schema only: 304 where it has not changed since the caller last asked.</summary>
internal static class Conditional
{
    public static Task AnswerAsync(Exchange exchange, Action<Utf8JsonWriter> write)
    {
        var modified = exchange.Services.Org.Snapshot.Schema.Modified;
        var (request, response) = (exchange.Http.Request, exchange.Http.Response);
        response.Headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.ETag = EntityTag.Of(0, modified);
        if (DateTimeOffset.TryParseExact(request.Headers.IfModifiedSince.ToString(), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && modified <= since)
        {
            response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return Answers.JsonAsync(exchange.Http, 200, write);
    }
}
