namespace SalesforceImport.Emulator.Bulk;

/// <summary>How a CSV file is laid out, in the words of the API.</summary>
/// <param name="DelimiterName">COMMA, TAB and the like.</param>
/// <param name="Delimiter">What stands between two values.</param>
/// <param name="LineEndingName">LF or CRLF.</param>
internal sealed record CsvFormat(string DelimiterName, char Delimiter, string LineEndingName)
{
    public const string ContentType = "text/csv";

    private const string Lf = "LF";
    private const string CrLf = "CRLF";

    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.Ordinal)
    {
        ["BACKQUOTE"] = '`',
        ["CARET"] = '^',
        ["COMMA"] = ',',
        ["PIPE"] = '|',
        ["SEMICOLON"] = ';',
        ["TAB"] = '\t',
    };

    /// <summary>What stands at the end of a row.</summary>
    public string LineEnding => LineEndingName == CrLf ? "\r\n" : "\n";

    /// <summary>Finds a layout; null where either name is none. Missing names are COMMA and LF.</summary>
    public static CsvFormat? Find(string? delimiterName, string? lineEndingName)
    {
        var (delimiter, ending) = (delimiterName ?? "COMMA", lineEndingName ?? Lf);
        return Delimiters.TryGetValue(delimiter, out var sign) && ending is Lf or CrLf ? new CsvFormat(delimiter, sign, ending) : null;
    }
}
