using System.Text.Json;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Where an undo stands and what it has done so far: committed with every batch.</summary>
internal sealed record UndoCheckpoint
{
    private const int MostExamples = 100;

    public UndoPosition Position { get; init; } = new();

    public long Removed { get; init; }

    public long Restored { get; init; }

    public long Reverted { get; init; }

    public long Links { get; init; }

    public IReadOnlyDictionary<UndoLeftReason, long> Left { get; init; } = new Dictionary<UndoLeftReason, long>();

    public IReadOnlyList<UndoLeft> Examples { get; init; } = [];

    public string? Reason { get; init; }

    public UndoCheckpoint Advance(UndoPosition position, UndoDecision decision) => this with
    {
        Position = position,
        Removed = Removed + decision.Removed,
        Restored = Restored + decision.Restored,
        Reverted = Reverted + decision.Reverted,
        Links = Links + decision.PutLinks.Count + decision.DroppedLinks.Count,
        Left = Left.Select(left => left.Key).Union(decision.Left.Select(left => left.Reason))
            .ToDictionary(reason => reason, reason => Left.GetValueOrDefault(reason) + decision.Left.Count(left => left.Reason == reason)),
        Examples = [.. Examples.Concat(decision.Left).Take(MostExamples)],
    };

    public string ToJson() => JsonSerializer.Serialize(this, ImportJsonContext.Default.UndoCheckpoint);

    /// <exception cref="SalesforceImportException">The text is not a checkpoint.</exception>
    public static UndoCheckpoint Of(StoredRun run)
    {
        try
        {
            return run.Checkpoint is { } text
                ? JsonSerializer.Deserialize(text, ImportJsonContext.Default.UndoCheckpoint) ?? throw new JsonException("null")
                : new();
        }
        catch (JsonException exception)
        {
            throw new SalesforceImportException($"The checkpoint of run '{run.Run}' cannot be read: the store was damaged, or written by a newer version.", exception);
        }
    }
}
