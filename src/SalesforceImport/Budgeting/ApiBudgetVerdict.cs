namespace SalesforceImport.Budgeting;

/// <summary>
/// Whether an import fits what may be spent now, and what to do when it does not. It fits when even its ceiling fits, so
/// that an import which fits is not stopped half way by the budget.
/// </summary>
public sealed record ApiBudgetVerdict
{
    /// <summary>Whether the import's ceiling fits our own cap and the org's limit. False when neither is known.</summary>
    public required bool Fits { get; init; }

    /// <summary>Calls missing for the ceiling; 0 when it fits. All of them when nothing is known of what may be spent.</summary>
    public required long Shortfall { get; init; }

    /// <summary>Calls that may be spent now, by our cap and by the org's limit less the reserve; null when neither is known.</summary>
    public required long? Available { get; init; }

    /// <summary>The calls that the import is expected to make.</summary>
    public required long ExpectedCalls { get; init; }

    /// <summary>The most calls that the import may make before it pauses.</summary>
    public required long Ceiling { get; init; }

    /// <summary>The calls that planning takes before another try.</summary>
    public long PlanningCalls { get; init; }

    /// <summary>Records to read, all objects together.</summary>
    public required long Records { get; init; }

    /// <summary>What the import would cost by the rule of thumb: three calls per record.</summary>
    public required long RuleOfThumbCalls { get; init; }

    /// <summary>Whether the rule of thumb's calls would fit, judged like <see cref="Fits"/>.</summary>
    public required bool RuleOfThumbFits { get; init; }

    /// <summary>Whether our own cap allows the ceiling; true when there is no cap.</summary>
    public required bool CapAllows { get; init; }

    /// <summary>Whether the org's limit less the reserve allows the ceiling; null when the org's usage is not known.</summary>
    public required bool? OrgAllows { get; init; }

    /// <summary>
    /// Days that the import takes within our cap and the org's limit, pausing in between, other integrations spending what
    /// they spent in the last 24 hours; 1 when it fits. Null when it would never end, or when nothing is known.
    /// </summary>
    public required int? Days { get; init; }

    /// <summary>What to know and what to do, one sentence each; empty when it fits and nothing was left unknown.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>What the org said that it had counted; null when it would not say.</summary>
    public OrgUsage? OrgUsage { get; init; }

    /// <summary>Our own cap; null for none.</summary>
    public long? DailyCallCap { get; init; }

    /// <summary>Our own calls in the last 24 hours.</summary>
    public long OwnCalls { get; init; }

    /// <summary>What is left to other integrations.</summary>
    public ApiReserve Reserve { get; init; }

    /// <summary>When the figures were taken.</summary>
    public required DateTimeOffset At { get; init; }
}
