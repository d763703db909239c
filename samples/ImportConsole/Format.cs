using System.Globalization;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Numbers and times for people.</summary>
internal static class Format
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Number(long? number, string unknown = "unknown") => number is { } known ? Number(known) : unknown;

    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => $"{Instant(time)} UTC";

    public static string Duration(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? $"{Number((long)Math.Ceiling(time.TotalSeconds))} s"
        : $"{Number((long)Math.Ceiling(time.TotalMinutes))} min";

    public static string Day(DateOnly day) => day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";
}
