namespace SalesforceImport.Benchmarks;

/// <summary>One import, as the process that did it saw it.</summary>
internal sealed record Measurement
{
    /// <summary>Records read.</summary>
    public required long Records { get; init; }

    /// <summary>Rows created; fewer, where records are the same person.</summary>
    public required long Rows { get; init; }

    /// <summary>Seconds that planning took.</summary>
    public required double PlanSeconds { get; init; }

    /// <summary>What the run took, from its start to its report.</summary>
    public required Cost Run { get; init; }

    /// <summary>The most memory the process held.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Managed memory allocated during the run.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>Seconds that garbage collection held all threads up.</summary>
    public required double PauseSeconds { get; init; }

    /// <summary>API calls, planning included.</summary>
    public required long Calls { get; init; }
}
