namespace SalesforceImport.Emulator.Soql;

/// <summary>The piece of a statement that the org shows above a caret.</summary>
internal static class QueryExcerpt
{
    // The org shows about thirty characters to either side and then goes on to the next comma or blank.
    private const int Before = 29;

    private const int After = 31;

    // Text without any break must not make a message as long as the statement.
    private const int Most = 200;

    /// <summary>Puts the excerpt, the caret and the place in front of a message.</summary>
    /// <param name="query">The whole statement.</param>
    /// <param name="position">0-based offset of the token that the message is about.</param>
    /// <param name="message">What is wrong with it.</param>
    public static string Describe(string query, int position, string message)
    {
        position = Math.Clamp(position, 0, query.Length);
        var (row, lineStart, lineEnd) = Line(query, position);

        var from = Math.Max(lineStart, position - Before);
        while (from > Math.Max(lineStart, position - Most) && !IsBreak(query[from - 1]))
        {
            from--;
        }

        var to = Math.Min(lineEnd, position + After);
        while (to < Math.Min(lineEnd, position + Most) && !IsBreak(query[to]))
        {
            to++;
        }

        return $"\n{query[from..to]}\n{new string(' ', position - from)}^\nERROR at Row:{row}:Column:{position - lineStart + 1}\n{message}";
    }

    private static (int Row, int Start, int End) Line(string query, int position)
    {
        var before = query.AsSpan(0, position);
        var start = before.LastIndexOf('\n') + 1;
        var length = query.AsSpan(position).IndexOfAny('\r', '\n');
        return (before.Count('\n') + 1, start, length < 0 ? query.Length : position + length);
    }

    private static bool IsBreak(char character) => character == ',' || char.IsWhiteSpace(character);
}
