using SalesforceImport.Stores;

namespace SalesforceImport.Budgeting;

/// <summary>API usage of the last days, day by day in UTC: our own calls, and the org's count where it was seen.</summary>
/// <param name="From">The first hour covered, UTC: the start of the first day.</param>
/// <param name="To">The end of the last hour covered, UTC: the hour that was running.</param>
/// <param name="Days">One entry a day, oldest first; today is the last.</param>
/// <param name="Gaps">Times in which the org's count was not seen, oldest first.</param>
/// <param name="OwnCalls">Our own calls in all days together.</param>
public sealed record ApiUsageReport(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ApiUsageDay> Days,
    IReadOnlyList<ApiUsageGap> Gaps,
    long OwnCalls)
{
    /// <summary>The days that a report covers unless told otherwise: 7.</summary>
    public const int DefaultDays = 7;

    /// <summary>The first hour that a report made now covers, UTC: what a journal has to be asked from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not positive.</exception>
    public static DateTimeOffset FirstHour(DateTimeOffset now, int days = DefaultDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - days);
    }

    /// <summary>Sums hours up. Hours outside the days are left out; an hour that occurs more than once is added up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not positive.</exception>
    public static ApiUsageReport Create(IReadOnlyList<UsageHour> hours, DateTimeOffset now, int days = DefaultDays)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var from = FirstHour(now, days);
        var to = StartOfHour(now).AddHours(1);
        var known = hours
            .Where(hour => hour.Hour >= from && hour.Hour < to)
            .OrderBy(hour => hour.Hour)
            .ToLookup(hour => StartOfHour(hour.Hour));
        var unseen = Hours(from, to).Where(hour => known[hour].All(entry => entry.OrgUsed is null)).ToList();
        var perDay = Enumerable.Range(0, days).Select(index => DayOf(from.AddDays(index), to, known, unseen)).ToList();
        return new(from, to, perDay, Join(unseen), perDay.Sum(day => day.OwnCalls));
    }

    private static ApiUsageDay DayOf(DateTimeOffset start, DateTimeOffset to, ILookup<DateTimeOffset, UsageHour> known, List<DateTimeOffset> unseen)
    {
        var end = start.AddDays(1) < to ? start.AddDays(1) : to;
        var entries = Hours(start, end).SelectMany(hour => known[hour]).ToList();
        var seen = entries.Where(entry => entry.OrgUsed is not null).ToList();
        return new(
            DateOnly.FromDateTime(start.UtcDateTime),
            entries.Sum(entry => entry.OwnCalls),
            seen.Max(entry => entry.OrgUsed),
            entries.LastOrDefault(entry => entry.OrgLimit is not null)?.OrgLimit,
            unseen.Count(hour => hour >= start && hour < end),
            seen.Count == 0);
    }

    private static List<ApiUsageGap> Join(List<DateTimeOffset> hours)
    {
        var gaps = new List<ApiUsageGap>();
        foreach (var hour in hours)
        {
            if (gaps.Count > 0 && gaps[^1].To == hour)
            {
                gaps[^1] = gaps[^1] with { To = hour.AddHours(1) };
            }
            else
            {
                gaps.Add(new(hour, hour.AddHours(1)));
            }
        }

        return gaps;
    }

    private static IEnumerable<DateTimeOffset> Hours(DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = from; hour < to; hour = hour.AddHours(1))
        {
            yield return hour;
        }
    }

    private static DateTimeOffset StartOfHour(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
