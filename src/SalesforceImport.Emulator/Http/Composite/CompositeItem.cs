using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary>A request inside a composite request, as written: its references are not resolved yet.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The path and query string.</param>
/// <param name="Id">The name that others refer to it by.</param>
/// <param name="Body">The body; of kind Undefined for none.</param>
/// <param name="Headers">Its own headers.</param>
internal sealed partial record CompositeItem(string Method, string Url, string Id, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    // A request takes these from the one around it.
    private static readonly string[] Inherited = ["Accept", "Authorization", "Content-Type"];

    /// <summary>Whether it reads by query, or reads or writes many records: few of those fit into one composite request.</summary>
    public bool IsLarge => RequestTarget.Parse(Url).Segments is
        ["services", "data", _, "query" or "queryAll", ..] or ["services", "data", _, "composite", "sobjects", ..];

    /// <exception cref="ApiException">It is malformed.</exception>
    public static CompositeItem Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Broken("A subrequest must be an object");
        }

        var id = JsonBody.Text(item, "referenceId") ?? throw JsonBody.Broken("Missing required field 'referenceId'");
        if (!ValidId().IsMatch(id))
        {
            throw JsonBody.Broken($"Provided referenceId ('{id}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').");
        }

        return new CompositeItem(
            JsonBody.Text(item, "method") ?? throw JsonBody.Broken("Missing required field 'method'"),
            JsonBody.Text(item, "url") ?? throw JsonBody.Broken("Missing required field 'url'"),
            id,
            item.TryGetProperty("body", out var body) ? body : default,
            ReadHeaders(item));
    }

    /// <summary>Makes the request, with the answers of earlier ones put in.</summary>
    /// <exception cref="ApiException">It refers to something that is not there.</exception>
    public Subrequest Resolve(References references) => new(
        Method,
        references.Resolve(Url),
        Body.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? default : Encoding.UTF8.GetBytes(references.Resolve(Body)!.ToJsonString()),
        Headers);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidId();

    private static Dictionary<string, string> ReadHeaders(JsonElement item)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!item.TryGetProperty("httpHeaders", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return headers;
        }

        foreach (var header in given.ValueKind == JsonValueKind.Object ? given.EnumerateObject() : throw JsonBody.Broken("httpHeaders must be an object"))
        {
            if (Inherited.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ApiException(400, "INVALID_INPUT", $"Header '{header.Name}' is not allowed in a subrequest");
            }

            headers[header.Name] = header.Value.ToString();
        }

        return headers;
    }
}
