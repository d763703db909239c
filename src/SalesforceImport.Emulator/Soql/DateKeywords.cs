using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The date keywords, and the span of each in whole units around the one that holds now.</summary>
internal static class DateKeywords
{
    private static readonly FrozenDictionary<string, Entry> Entries = List().ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Every keyword, in upper case.</summary>
    public static IEnumerable<string> All => Entries.Keys;

    /// <summary>Whether a keyword is followed by a colon and a number; null if it is no date keyword.</summary>
    /// <param name="keyword">The keyword in upper case.</param>
    public static bool? TakesNumber(string keyword) => Entries.TryGetValue(keyword, out var entry) ? entry.TakesNumber : null;

    /// <summary>The span of a keyword: from the first unit up to, and without, the last, both counted from the current one.</summary>
    /// <param name="literal">The keyword and its number.</param>
    /// <exception cref="ArgumentException">It is no date keyword.</exception>
    public static (DateUnit Unit, long First, long End) Span(DateKeywordLiteral literal)
    {
        if (!Entries.TryGetValue(literal.Keyword, out var entry))
        {
            throw new ArgumentException($"'{literal.Keyword}' is no date keyword.", nameof(literal));
        }

        var (first, end) = entry.Span(literal.N ?? 0);
        return (entry.Unit, first, end);
    }

    private static IEnumerable<KeyValuePair<string, Entry>> List()
    {
        yield return Fixed("YESTERDAY", DateUnit.Day, -1, 0);
        yield return Fixed("TODAY", DateUnit.Day, 0, 1);
        yield return Fixed("TOMORROW", DateUnit.Day, 1, 2);
        yield return Fixed("LAST_90_DAYS", DateUnit.Day, -90, 1);
        yield return Fixed("NEXT_90_DAYS", DateUnit.Day, 1, 91);

        // The last days hold today as well; the last weeks, months, quarters and years end before the current one.
        yield return Counted("LAST_N_DAYS", DateUnit.Day, n => (-n, 1));
        yield return Counted("NEXT_N_DAYS", DateUnit.Day, n => (1, n + 1));
        yield return Counted("N_DAYS_AGO", DateUnit.Day, n => (-n, -n + 1));

        (string Name, DateUnit Unit)[] units =
        [
            ("WEEK", DateUnit.Week), ("MONTH", DateUnit.Month), ("QUARTER", DateUnit.Quarter), ("YEAR", DateUnit.Year),
            ("FISCAL_QUARTER", DateUnit.Quarter), ("FISCAL_YEAR", DateUnit.Year),
        ];
        foreach (var (name, unit) in units)
        {
            yield return Fixed($"LAST_{name}", unit, -1, 0);
            yield return Fixed($"THIS_{name}", unit, 0, 1);
            yield return Fixed($"NEXT_{name}", unit, 1, 2);
            yield return Counted($"LAST_N_{name}S", unit, n => (-n, 0));
            yield return Counted($"NEXT_N_{name}S", unit, n => (1, n + 1));
            yield return Counted($"N_{name}S_AGO", unit, n => (-n, -n + 1));
        }
    }

    private static KeyValuePair<string, Entry> Fixed(string keyword, DateUnit unit, long first, long end) =>
        new(keyword, new Entry(unit, false, _ => (first, end)));

    private static KeyValuePair<string, Entry> Counted(string keyword, DateUnit unit, Func<long, (long First, long End)> span) =>
        new(keyword, new Entry(unit, true, span));

    private sealed record Entry(DateUnit Unit, bool TakesNumber, Func<long, (long First, long End)> Span);
}
