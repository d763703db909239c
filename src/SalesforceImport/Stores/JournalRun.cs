namespace SalesforceImport.Stores;

/// <summary>A run in the journal.</summary>
public sealed class JournalRun
{
    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The org's id.</summary>
    public required string Org { get; init; }

    /// <summary>What was selected, for people.</summary>
    public required string Selector { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Why it stands there, for people; null while all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, for now or for good.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The plan as text.</summary>
    public required string Plan { get; init; }

    /// <summary>The report as text; null before there is one.</summary>
    public string? Report { get; init; }
}
