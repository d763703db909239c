using System.Collections.Frozen;

namespace SalesforceImport.Selectors;

/// <summary>Words that begin, or belong to, a clause of a query other than its condition.</summary>
internal static class SoqlKeywords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Clauses = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "SELECT",
        "FROM",
        "WHERE",
        "GROUP",
        "HAVING",
        "ORDER",
        "LIMIT",
        "OFFSET",
        "FOR",
        "WITH",
        "USING",
        "UPDATE",
        "ALL",
        "ROWS").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keyword in upper case; null when the word is none.</summary>
    public static string? Find(ReadOnlySpan<char> word) => Clauses.TryGetValue(word, out string? keyword) ? keyword : null;
}
