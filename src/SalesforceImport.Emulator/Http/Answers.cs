using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Http;

/// <summary>Writes short answers.</summary>
internal static class Answers
{
    public const string Json = "application/json;charset=UTF-8";

    public const string Html = "text/html;charset=UTF-8";

    /// <summary>Answers with JSON that is small enough to be put together first.</summary>
    public static Task JsonAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RowWriter.Options))
        {
            write(json);
        }

        return BytesAsync(context, status, Json, buffer.WrittenMemory);
    }

    /// <summary>Answers with an error in the API's form: an array.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string errorCode, string message) => JsonAsync(context, status, json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("message", message);
        json.WriteString("errorCode", errorCode);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static Task TextAsync(HttpContext context, int status, string contentType, string body) =>
        BytesAsync(context, status, contentType, Encoding.UTF8.GetBytes(body));

    private static async Task BytesAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
