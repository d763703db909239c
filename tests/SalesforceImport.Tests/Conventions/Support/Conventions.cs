namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>Holds findings against the excuses for them.</summary>
internal static class Conventions
{
    /// <summary>Every finding is excused, and every excuse is needed.</summary>
    public static void ShouldAllBeExcused(this IEnumerable<string> findings, IReadOnlyList<Excuse> excuses)
    {
        var found = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        var excused = excuses.Select(excuse => excuse.Subject).ToList();
        Lines(found.Except(excused)).Should().BeEmpty("each of these breaks the convention");
        Lines(excused.Except(found)).Should().BeEmpty("an excuse that is no longer needed goes");
    }

    /// <summary>Nothing was found.</summary>
    public static void ShouldBeNone(this IEnumerable<string> findings) => findings.ShouldAllBeExcused([]);

    private static string Lines(IEnumerable<string> findings) => string.Join('\n', findings);
}
