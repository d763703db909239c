namespace SalesforceImport.Benchmarks;

/// <summary>An import and its yardstick, one after the other on the same rows.</summary>
/// <param name="Import">The import.</param>
/// <param name="BaselineSeconds">Seconds that <c>sqlite3 .import</c> took for the same rows.</param>
internal sealed record Round(Measurement Import, double BaselineSeconds)
{
    public double Ratio => Import.RunSeconds / BaselineSeconds;

    public double RecordsPerSecond => Import.Records / Import.RunSeconds;

    /// <summary>The round with the middle ratio.</summary>
    public static Round MedianOf(IReadOnlyList<Round> rounds) => rounds.OrderBy(round => round.Ratio).ElementAt(rounds.Count / 2);
}
