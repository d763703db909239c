namespace SalesforceImport.Planning;

/// <summary>What reading a step by one transport is expected to take.</summary>
public sealed record TransportCost
{
    /// <summary>The transport.</summary>
    public required ImportTransport Transport { get; init; }

    /// <summary>What the requests ask for.</summary>
    public StepReading Reading { get; init; }

    /// <summary>API calls expected. For Bulk: creating the job, asking after it, its result pages, and deleting it.</summary>
    public required long Calls { get; init; }

    /// <summary>API calls that it cannot exceed: <see cref="Calls"/> and headroom and, for Bulk, every further poll that a slow job may take.</summary>
    public required long Ceiling { get; init; }

    /// <summary>The time that the org's side is expected to take: a rough figure, good for comparing.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Megabytes of the org's daily allowance for Bulk results; 0 over REST.</summary>
    public long Megabytes { get; init; }

    /// <summary>Why it cannot be used for this step, for people; null where it can.</summary>
    public string? Forbidden { get; init; }
}
