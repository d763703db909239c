namespace SalesforceImport.Benchmarks;

/// <summary>An import and its yardstick, one after the other on the same rows.</summary>
/// <param name="Import">The import.</param>
/// <param name="Baseline">What <c>sqlite3 .import</c> took for the same rows.</param>
internal sealed record Round(Measurement Import, Cost Baseline)
{
    public double Ratio => Import.Run.WallSeconds / Baseline.WallSeconds;

    public double CpuRatio => Import.Run.CpuSeconds / Baseline.CpuSeconds;

    public double RecordsPerSecond => Import.Records / Import.Run.WallSeconds;

    public double BytesPerRecord => (double)Import.AllocatedBytes / Import.Records;

    /// <summary>The round with the middle ratio.</summary>
    public static Round MedianOf(IReadOnlyList<Round> rounds) => rounds.OrderBy(round => round.Ratio).ElementAt(rounds.Count / 2);
}
