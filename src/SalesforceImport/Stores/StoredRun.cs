namespace SalesforceImport.Stores;

/// <summary>A run as the store holds it.</summary>
public sealed class StoredRun
{
    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The org imported from.</summary>
    public required SalesforceId Org { get; init; }

    /// <summary>The kinds the run writes.</summary>
    public required IReadOnlyCollection<RecordKind> Kinds { get; init; }

    /// <summary>The plan as text.</summary>
    public required string Plan { get; init; }

    /// <summary>The name of its list.</summary>
    public required string ListName { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>The number of the last change set applied; 0 before the first.</summary>
    public required long Sequence { get; init; }

    /// <summary>The last checkpoint; null before the first.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last closed; null while it is open, and for one whose process died.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who has it open now, or had it last.</summary>
    public required string Holder { get; init; }
}
