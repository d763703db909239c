namespace SalesforceImport.Budgeting;

/// <summary>
/// How many calls more than expected an attempt of a run may make before it pauses: the larger of a number of calls and a
/// share of the expected calls. It covers retries, and records that appear between the plan and the run.
/// </summary>
public sealed class CeilingHeadroom
{
    /// <summary>The fewest calls of headroom. Default: 5.</summary>
    public long Calls { get; set; } = 5;

    /// <summary>Headroom as a share of the expected calls, in per cent, rounded up to whole calls. Default: 10.</summary>
    public decimal PerCent { get; set; } = 10m;
}
