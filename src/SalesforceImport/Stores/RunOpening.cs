namespace SalesforceImport.Stores;

/// <summary>A run about to start or go on.</summary>
public sealed class RunOpening
{
    /// <summary>The run's id: chosen by the library, unique for ever.</summary>
    public required string Run { get; init; }

    /// <summary>The kinds the run writes. The lease covers them all.</summary>
    public required IReadOnlyCollection<RecordKind> Kinds { get; init; }

    /// <summary>Who opens it, for people: machine and process.</summary>
    public required string Holder { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>For a new run, what it is; null to go on with a run the store knows.</summary>
    public NewRun? New { get; init; }
}
