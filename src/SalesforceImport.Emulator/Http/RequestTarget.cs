using System.Text;

namespace SalesforceImport.Emulator.Http;

/// <summary>
/// What a request asks for, read from the request line as it was sent: no dots are resolved, no slashes merged but those at the start, and broken
/// percent-encoding is an error instead of a guess.
/// </summary>
internal sealed class RequestTarget
{
    private RequestTarget(string path, string query, string[]? segments, IReadOnlyDictionary<string, string>? parameters)
    {
        Path = path;
        Query = query;
        Segments = segments;
        Parameters = parameters;
    }

    /// <summary>The path as sent.</summary>
    public string Path { get; }

    /// <summary>The query string as sent, with its question mark; empty without one.</summary>
    public string Query { get; }

    /// <summary>The decoded parts of the path; one slash at the end makes no part. Null where the path is malformed.</summary>
    public string[]? Segments { get; }

    /// <summary>The decoded query parameters, the first of each name. Null where the query string is malformed.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; }

    /// <summary>The path and query decoded as far as they can be, for finding text in them.</summary>
    public string Decoded => Uri.UnescapeDataString((Path + Query).Replace('+', ' '));

    public static RequestTarget Parse(string raw)
    {
        // The absolute form names the host first.
        if (raw.Length > 0 && raw[0] != '/' && Uri.TryCreate(raw, UriKind.Absolute, out var uri))
        {
            raw = uri.PathAndQuery;
        }

        // Clients that join an address ending in a slash with a path send two; the org takes them for one.
        if (raw.StartsWith("//", StringComparison.Ordinal))
        {
            raw = "/" + raw.TrimStart('/');
        }

        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (raw, "") : (raw[..mark], raw[mark..]);
        return new RequestTarget(path, query, ReadSegments(path), ReadParameters(query));
    }

    private static string[]? ReadSegments(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 2 || parts[0].Length > 0)
        {
            return null;
        }

        var end = parts[^1].Length == 0 ? parts.Length - 1 : parts.Length;
        var segments = new string[end - 1];
        for (var i = 1; i < end; i++)
        {
            var decoded = Decode(parts[i], plusIsSpace: false);
            if (decoded is null or "" or "." or ".." || decoded.AsSpan().ContainsAny('/', '\\', '\0'))
            {
                return null;
            }

            segments[i - 1] = decoded;
        }

        return segments;
    }

    private static Dictionary<string, string>? ReadParameters(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Length > 1 ? query[1..].Split('&') : [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            var value = Decode(equals < 0 ? "" : pair[(equals + 1)..], plusIsSpace: true);
            if (name is null || value is null)
            {
                return null;
            }

            parameters.TryAdd(name, value);
        }

        return parameters;
    }

    private static string? Decode(string text, bool plusIsSpace)
    {
        if (!text.AsSpan().ContainsAny('%', '+'))
        {
            return text;
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return null;
                }

                bytes[length++] = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                length += Encoding.UTF8.GetBytes([plusIsSpace && text[i] == '+' ? ' ' : text[i]], bytes.AsSpan(length));
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
