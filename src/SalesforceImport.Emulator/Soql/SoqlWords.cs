using System.Buffers;
using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The words and characters that mean something to SOQL.</summary>
internal static class SoqlWords
{
    /// <summary>The function that gives the label of a picklist's value.</summary>
    public const string ToLabel = "TOLABEL";

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

    private static readonly FrozenSet<string> FieldFunctions = Words(
        "CALENDAR_MONTH", "CALENDAR_QUARTER", "CALENDAR_YEAR", "DAY_IN_MONTH", "DAY_IN_WEEK", "DAY_IN_YEAR", "DAY_ONLY", "FISCAL_MONTH",
        "FISCAL_QUARTER", "FISCAL_YEAR", "HOUR_IN_DAY", "WEEK_IN_MONTH", "WEEK_IN_YEAR", ToLabel);

    /// <summary>Whether a word standing alone cannot be a field or an alias.</summary>
    public static bool IsReserved(string word) => ReservedNames.Contains(word);

    /// <summary>Whether a word cannot be the name of an object.</summary>
    public static bool IsReservedObject(string word) => ReservedObjects.Contains(word);

    /// <summary>Whether a word is an aggregate function.</summary>
    public static bool IsAggregate(string word) => Functions.Contains(word);

    /// <summary>Whether a word is a function of one field of one row.</summary>
    public static bool IsFieldFunction(string word) => FieldFunctions.Contains(word);

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
