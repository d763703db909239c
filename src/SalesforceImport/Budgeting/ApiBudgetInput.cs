namespace SalesforceImport.Budgeting;

/// <summary>What <see cref="ApiBudgetCalculator"/> judges: what an import needs, and what may be spent.</summary>
public sealed record ApiBudgetInput
{
    /// <summary>Records to read, per object, such as <c>Lead</c> → 5,000.</summary>
    public required IReadOnlyDictionary<string, long> Records { get; init; }

    /// <summary>The calls that the import is expected to make.</summary>
    public required long ExpectedCalls { get; init; }

    /// <summary>The most calls that it may make: see <see cref="CallCeiling"/>. At least <see cref="ExpectedCalls"/>.</summary>
    public required long Ceiling { get; init; }

    /// <summary>
    /// The calls that planning takes before another try. They come on top of the ceiling in what is advised, so that a try
    /// which follows the advice fits. Default: 0.
    /// </summary>
    public long PlanningCalls { get; init; }

    /// <summary>What the org says that it has counted in the last 24 hours; null when it would not say.</summary>
    public OrgUsage? OrgUsage { get; init; }

    /// <summary>The most calls of our own in any 24 hours; null for no cap.</summary>
    public long? DailyCallCap { get; init; }

    /// <summary>Our own calls in the last 24 hours. Default: 0.</summary>
    public long OwnCalls { get; init; }

    /// <summary>What is left to other integrations. Default: nothing.</summary>
    public ApiReserve Reserve { get; init; }

    /// <summary>The time at which the figures were taken.</summary>
    public required DateTimeOffset Now { get; init; }
}
