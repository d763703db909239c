namespace SalesforceImport.Benchmarks;

/// <summary>One import, as the process that did it saw it.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Rows">Rows created; fewer, where records are the same person.</param>
/// <param name="PlanSeconds">Seconds that planning took.</param>
/// <param name="RunSeconds">Seconds that the run took, from its start to its report.</param>
/// <param name="PeakBytes">The most memory the process held.</param>
/// <param name="Calls">API calls, planning included.</param>
internal sealed record Measurement(long Records, long Rows, double PlanSeconds, double RunSeconds, long PeakBytes, long Calls);
