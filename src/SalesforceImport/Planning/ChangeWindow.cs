using System.Globalization;

namespace SalesforceImport.Planning;

/// <summary>The stretch of the org's time whose changes are read.</summary>
/// <param name="From">Its start, an overlap before the end of the one before.</param>
/// <param name="Until">Its end; null for all that shows.</param>
internal sealed record ChangeWindow(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>How far back the org remembers what was deleted.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromDays(14);

    // What is written late carries an earlier time. Records that come twice are unchanged the second time.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>The window behind another run.</summary>
    /// <param name="asOf">The org's time up to which that run read.</param>
    /// <param name="now">The org's time.</param>
    /// <param name="lag">How long before now to end.</param>
    public static ChangeWindow Behind(DateTimeOffset asOf, DateTimeOffset now, TimeSpan lag)
    {
        var from = asOf - Overlap;
        var until = now - lag;
        return new(from, lag == TimeSpan.Zero ? null : until > from ? until : from);
    }

    /// <summary>The condition, in SOQL.</summary>
    public string Soql => Until is { } until
        ? $"SystemModstamp >= {Literal(From)} AND SystemModstamp < {Literal(until)}"
        : $"SystemModstamp >= {Literal(From)}";

    private static string Literal(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
