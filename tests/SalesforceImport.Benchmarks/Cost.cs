using System.Globalization;

namespace SalesforceImport.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="WallSeconds">Seconds on the clock.</param>
/// <param name="CpuSeconds">Seconds of processor time, user and system, of all threads.</param>
internal sealed record Cost(double WallSeconds, double CpuSeconds)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WallSeconds:F2} s ({CpuSeconds:F2} s of CPU)");
}
