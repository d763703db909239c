using System.Buffers;
using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The words and characters that mean something to SOQL.</summary>
internal static class SoqlWords
{
    /// <summary>The characters of a name.</summary>
    public const string NameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    /// <summary>The same characters, for scanning.</summary>
    public static readonly SearchValues<char> NamePart = SearchValues.Create(NameCharacters);

    // Groups and orders are objects too, so these words end no FROM.
    private static readonly FrozenSet<string> ReservedObjects = Words(
        "AND", "ASC", "BY", "DESC", "EXCLUDES", "FOR", "FROM", "HAVING", "IN", "INCLUDES", "LIKE", "LIMIT",
        "NOT", "NULL", "NULLS", "OFFSET", "OR", "SELECT", "USING", "WHERE", "WITH");

    private static readonly FrozenSet<string> ReservedNames = Words([.. ReservedObjects, "GROUP", "ORDER"]);

    private static readonly FrozenSet<string> Functions = Words("COUNT", "COUNT_DISTINCT", "MIN", "MAX", "SUM", "AVG");

    /// <summary>Whether a word standing alone cannot be a field or an alias.</summary>
    public static bool IsReserved(string word) => ReservedNames.Contains(word);

    /// <summary>Whether a word cannot be the name of an object.</summary>
    public static bool IsReservedObject(string word) => ReservedObjects.Contains(word);

    /// <summary>Whether a word is an aggregate function.</summary>
    public static bool IsAggregate(string word) => Functions.Contains(word);

    /// <summary>Whether a character can begin a name.</summary>
    public static bool StartsName(char character) => char.IsAsciiLetter(character) || character == '_';

    /// <summary>The length of the name at the start of <paramref name="text"/>, 0 without one.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !StartsName(text[0]))
        {
            return 0;
        }

        var end = text.IndexOfAnyExcept(NamePart);
        return end < 0 ? text.Length : end;
    }

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
