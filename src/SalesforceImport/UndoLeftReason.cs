namespace SalesforceImport;

/// <summary>Why an undo left something as it was.</summary>
public enum UndoLeftReason
{
    /// <summary>The application has written the row, or the property, since.</summary>
    WrittenByHost,

    /// <summary>A newer run, which has not been undone, has changed the row, the property or the link since.</summary>
    ChangedByNewerRun,

    /// <summary>The application's own tables still refer to the row.</summary>
    StillReferenced,

    /// <summary>The property is an opt-out, and those are never loosened.</summary>
    OptOutKept,

    /// <summary>The record belongs to another row by now, and stays there.</summary>
    BelongsToAnotherRow,

    /// <summary>The row is no longer there.</summary>
    RowGone,

    /// <summary>The run that had created the row has been undone itself: the row stays away.</summary>
    CreatorUndone,

    /// <summary>The person was erased.</summary>
    Erased,

    /// <summary>The row kept being changed by another writer.</summary>
    KeptChanging,
}
