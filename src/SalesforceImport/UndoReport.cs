namespace SalesforceImport;

/// <summary>What an undo, or a redo, did. A redo is the undo of an undo, so that its numbers read the same way.</summary>
public sealed record UndoReport
{
    /// <summary>The import that was undone, or redone.</summary>
    public required string Import { get; init; }

    /// <summary>Whether it was redone.</summary>
    public bool IsRedo { get; init; }

    /// <summary>Rows removed: the import had created them (of a redo: had merged them away).</summary>
    public long Removed { get; init; }

    /// <summary>Rows put back: the import had merged them away (of a redo: had created them).</summary>
    public long Restored { get; init; }

    /// <summary>Rows that were there before and after, and of which values or records went back.</summary>
    public long Reverted { get; init; }

    /// <summary>Links dropped or put back.</summary>
    public long Links { get; init; }

    /// <summary>How much was left as it was, by reason; a reason that did not occur is not there.</summary>
    public IReadOnlyDictionary<UndoLeftReason, long> Left { get; init; } = new Dictionary<UndoLeftReason, long>();

    /// <summary>The first things left, at most a hundred; <see cref="IImportHistory.ReadLeftAsync"/> has them all.</summary>
    public IReadOnlyList<UndoLeft> Examples { get; init; } = [];
}
