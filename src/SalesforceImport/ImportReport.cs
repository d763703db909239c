using SalesforceImport.Budgeting;

namespace SalesforceImport;

/// <summary>What a run did: a value, complete, whatever the run came to.</summary>
public sealed record ImportReport
{
    /// <summary>The run's id; null for a run that was refused before it began.</summary>
    public required string? Run { get; init; }

    /// <summary>Where the run stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>Why it stands there and what to do, for people; null when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>For a paused run, when it can go on: exact for our own daily cap, else when it is worth looking again.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>What was selected, for people.</summary>
    public required string Selector { get; init; }

    /// <summary>For an import of changes, the org's time from which on they were read; null for one that read everything.</summary>
    public DateTimeOffset? ChangesSince { get; init; }

    /// <summary>The accounting by object.</summary>
    public required IReadOnlyDictionary<string, ObjectTally> Objects { get; init; }

    /// <summary>API calls, everything included.</summary>
    public required CallSummary Calls { get; init; }

    /// <summary>The budget as the plan judged it.</summary>
    public required ApiBudgetVerdict Budget { get; init; }

    /// <summary>The list of what came in.</summary>
    public required ListSummary List { get; init; }

    /// <summary>The store, for people.</summary>
    public required string Store { get; init; }

    /// <summary>What a reader should know: counts that drifted since the plan, fields that were not there, ….</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first records that failed, at most a hundred; the accounting has their number.</summary>
    public IReadOnlyList<RecordProblem> Failures { get; init; } = [];

    /// <summary>For an undo or a redo, what it did; null for an import.</summary>
    public UndoReport? Undo { get; init; }

    /// <summary>The run that undid this import, or is undoing it; null for most, and for one that was redone since.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>When the run was started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, for now or for good.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
