namespace SalesforceImport.Emulator.Soql;

/// <summary>The spans of time that date keywords name.</summary>
internal static class DateLiterals
{
    private const int LastMonth = (9999 * 12) + 11;

    /// <summary>The span that a keyword names at a moment.</summary>
    /// <param name="literal">The keyword.</param>
    /// <param name="now">The moment; its day is the day in UTC.</param>
    /// <returns>The first instant of the span and the first one after it, in UTC; what the calendar cannot hold is cut to its years 1 to 9999.</returns>
    public static (DateTimeOffset From, DateTimeOffset To) Range(DateKeywordLiteral literal, DateTimeOffset now)
    {
        var (unit, first, end) = DateKeywords.Span(literal);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return (Start(unit, today, first), Start(unit, today, end));
    }

    private static DateTimeOffset Start(DateUnit unit, DateOnly today, long offset)
    {
        var day = unit switch
        {
            DateUnit.Day => AddDays(today, offset),
            DateUnit.Week => AddDays(today, (offset * 7) - (int)today.DayOfWeek),
            DateUnit.Month => Month(MonthOf(today) + offset),
            DateUnit.Quarter => Month(MonthOf(today) - ((today.Month - 1) % 3) + (offset * 3)),
            _ => Month(((long)today.Year + offset) * 12),
        };
        return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
    }

    private static DateOnly AddDays(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static long MonthOf(DateOnly day) => (day.Year * 12L) + day.Month - 1;

    private static DateOnly Month(long month)
    {
        var held = (int)Math.Clamp(month, 12, LastMonth);
        return new DateOnly(held / 12, (held % 12) + 1, 1);
    }
}
