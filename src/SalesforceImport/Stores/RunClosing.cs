namespace SalesforceImport.Stores;

/// <summary>How a run ends, for now or for good.</summary>
public sealed class RunClosing
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The epoch of the opening that is closed.</summary>
    public required long Epoch { get; init; }

    /// <summary>Where it stands; never <see cref="RunState.Running"/>.</summary>
    public required RunState State { get; init; }

    /// <summary>The run's checkpoint as of now (position as last applied; calls and state as they are); null leaves the last one.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset At { get; init; }
}
