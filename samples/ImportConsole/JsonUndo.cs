namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonUndo(
    string Import, bool Redo, long Removed, long Restored, long Reverted, long Links, IReadOnlyDictionary<string, long> Left)
{
    public static JsonUndo Of(UndoReport undo) => new(
        undo.Import,
        undo.IsRedo,
        undo.Removed,
        undo.Restored,
        undo.Reverted,
        undo.Links,
        undo.Left.ToDictionary(left => left.Key.ToString(), left => left.Value));
}
