using System.Globalization;

namespace SalesforceImport.Emulator.Http;

/// <summary>The API versions that the org knows: 31.0 to 67.0 are live, 7.0 to 30.0 retired.</summary>
internal static class ApiVersions
{
    private const int OldestKnown = 7;
    private const int Oldest = 31;
    private const int Newest = 67;

    // Version 31 came with Summer '14, and three releases follow each other every year.
    private const int YearOfOldest = 14;

    private static readonly string[] Seasons = ["Summer", "Winter", "Spring"];

    public static IEnumerable<(string Version, string Label)> Live => Enumerable.Range(Oldest, Newest - Oldest + 1).Select(version =>
    {
        var release = version - Oldest;
        var year = YearOfOldest + ((release + 2) / 3);
        return ($"{version}.0", $"{Seasons[release % 3]} '{year}");
    });

    /// <summary>Checks the part of a path that names the version.</summary>
    /// <exception cref="ApiException">There is no such version, or it is retired.</exception>
    public static void Check(string part)
    {
        if (part.Length < 4 || part[0] != 'v' || !part.EndsWith(".0", StringComparison.Ordinal)
            || !int.TryParse(part.AsSpan(1, part.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version is < OldestKnown or > Newest)
        {
            throw ApiException.NotFound();
        }

        if (version < Oldest)
        {
            throw new ApiException(410, "UNSUPPORTED_API_VERSION", $"API version {version}.0 has been retired and is no longer available.");
        }
    }

    /// <summary>The number of a version that was checked: 67 for <c>v67.0</c>.</summary>
    public static int NumberOf(string part) => int.Parse(part.AsSpan(1, part.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture);
}
