using System.Text.Json;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What a store keeps of a run that undoes another, in the place where an import has its plan.</summary>
/// <param name="Undoes">The run whose work is taken back: an import or, for a redo, the undo of one.</param>
/// <param name="Import">The import that is undone or redone.</param>
/// <param name="IsRedo">Whether it is redone.</param>
/// <param name="Selector">What the import had selected, for people.</param>
/// <param name="Kinds">The properties of rows, as of all runs since.</param>
internal sealed record UndoPlan(string Undoes, string Import, bool IsRedo, string Selector, IReadOnlyList<PlannedKind> Kinds)
{
    private const string Beginning = "{\"undoes\":";

    public string Title => $"{(IsRedo ? "Redo" : "Undo")} of run {Import}: {Selector}";

    public string ToJson() => JsonSerializer.Serialize(this, ImportJsonContext.Default.UndoPlan);

    public static bool IsOf(StoredRun run) => run.Plan.StartsWith(Beginning, StringComparison.Ordinal);

    /// <summary>The plan of a run that undoes another; null for an import.</summary>
    /// <exception cref="SalesforceImportException">The text is neither.</exception>
    public static UndoPlan? Of(StoredRun run)
    {
        try
        {
            return IsOf(run) ? JsonSerializer.Deserialize(run.Plan, ImportJsonContext.Default.UndoPlan) : null;
        }
        catch (JsonException exception)
        {
            throw new SalesforceImportException($"What run '{run.Run}' undoes cannot be read: the store was damaged, or written by a newer version.", exception);
        }
    }
}
