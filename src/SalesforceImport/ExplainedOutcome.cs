namespace SalesforceImport;

/// <summary>What a run made of a record.</summary>
/// <param name="Run">The run.</param>
/// <param name="Outcome">What became of the record.</param>
/// <param name="Reason">Why, for one skipped or failed.</param>
/// <param name="Detail">More; null where the reason says all.</param>
public sealed record ExplainedOutcome(string Run, RecordOutcome Outcome, RecordReason Reason, string? Detail)
{
    /// <summary>The run that has undone it since, or is undoing it; null where it stands.</summary>
    public string? UndoneBy { get; init; }
}
