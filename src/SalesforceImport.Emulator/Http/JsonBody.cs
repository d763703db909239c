using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.Emulator.Http;

/// <summary>Reads the JSON that a request carries.</summary>
internal static class JsonBody
{
    private const int MostLevels = 64;

    /// <summary>Reads the body.</summary>
    /// <returns>The document, whose root is an object.</returns>
    /// <exception cref="ApiException">It is no JSON object, or says that it is something else.</exception>
    public static async Task<JsonDocument> ReadObjectAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", $"Content type '{context.Request.ContentType}' is not supported");
        }

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = MostLevels }, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException broken)
        {
            throw Broken($"Unexpected character at [line:{broken.LineNumber + 1}, column:{broken.BytePositionInLine + 1}]");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        var kind = document.RootElement.ValueKind;
        document.Dispose();
        throw Broken($"The request body is {kind}, not an object, at [line:1, column:1]");
    }

    /// <summary>The refusal of JSON that is not what the resource takes.</summary>
    public static ApiException Broken(string message) => new(400, "JSON_PARSER_ERROR", message);

    /// <summary>A string member; null where it is missing or null.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Another kind of value, or half of a surrogate pair.
            throw Broken($"{name} must be a string");
        }
    }

    /// <summary>A member that says yes or no; no where it is missing.</summary>
    public static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw Broken($"{name} must be true or false"),
    };

    /// <summary>The members of an array; empty where it is missing.</summary>
    public static IReadOnlyList<JsonElement> Array(JsonElement element, string name) => !element.TryGetProperty(name, out var value)
        ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Broken($"{name} must be an array");
}
