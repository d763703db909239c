using System.Text;
using System.Text.RegularExpressions;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Makes what an org sent fit for a message: one line, short, and without tokens.</summary>
internal static partial class BodyText
{
    public const int MaxLine = 120;

    private const int MaxMessage = 300;

    /// <summary>The first line that a person would see, or null when there is none.</summary>
    public static string? FirstLine(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 8192)]);
        if (text.AsSpan().TrimStart().StartsWith("<"))
        {
            text = Tag().Replace(Invisible().Replace(text, " "), "\n");
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
            {
                return Shorten(Redact(trimmed.ToString()), MaxLine);
            }
        }

        return null;
    }

    /// <summary>
    /// What an error's message says, without the echo of the query before it: that echo holds ids and addresses.
    /// </summary>
    public static string Message(string message)
    {
        int marker = message.IndexOf("ERROR at Row:", StringComparison.Ordinal);
        if (marker >= 0)
        {
            int lineEnd = message.IndexOf('\n', marker);
            message = lineEnd < 0 ? message[marker..] : message[(lineEnd + 1)..];
        }

        return Shorten(Redact(WhiteSpace().Replace(message, " ").Trim()), MaxMessage);
    }

    private static string Redact(string text) => Token().Replace(text, "[token]");

    private static string Shorten(string text, int max) => text.Length <= max ? text : string.Concat(text.AsSpan(0, max - 1), "…");

    [GeneratedRegex("<(script|style|head)[^>]*>.*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]+|eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+|Bearer\\s+\\S+")]
    private static partial Regex Token();
}
