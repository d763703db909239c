using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What has been done to one import as a whole: undone, redone, undone again.</summary>
/// <param name="Import">The import's id.</param>
/// <param name="Last">The last undo or redo of it; null when there is none.</param>
/// <param name="Turn">How often it was undone.</param>
/// <param name="IsRedo">Whether the last one is a redo.</param>
internal sealed record RunChain(string Import, StoredRun? Last, int Turn, bool IsRedo)
{
    public bool IsUndone => Last is { State: RunState.Completed } && !IsRedo;

    /// <summary>Whether the last undo or redo was begun and has not come to its end.</summary>
    public bool IsUnderWay => Last is { State: not RunState.Completed };

    /// <summary>The run that undid the import, or left it half undone or half redone; null where the import stands whole.</summary>
    public string? UndoneBy => IsUndone || IsUnderWay ? Last?.Run : null;

    public string NextUndo => IdOf(Import, Turn + 1, redo: false);

    public string NextRedo => IdOf(Import, Turn, redo: true);

    // That the ids follow from the import's keeps two processes from undoing it at once, and finds the undo without a search.
    public static string IdOf(string import, int turn, bool redo) => $"{import}-{(redo ? "redo" : "undo")}{(turn > 1 ? $"-{turn}" : string.Empty)}";
}
