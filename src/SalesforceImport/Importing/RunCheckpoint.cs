using System.Text.Json;

namespace SalesforceImport.Importing;

/// <summary>Where a run stands: committed with every batch, and all that a resume needs beside the plan.</summary>
internal sealed record RunCheckpoint
{
    public required IReadOnlyList<StepCheckpoint> Steps { get; init; }

    public required IReadOnlyDictionary<string, ObjectTally> Tallies { get; init; }

    /// <summary>API calls of the run, all attempts together, as of the last batch.</summary>
    public long CallsUsed { get; init; }

    /// <summary>What the ceilings of all attempts so far add up to.</summary>
    public long Ceiling { get; init; }

    /// <summary>How many records a call over REST brought when the run last paused for want of calls; null where it never has.</summary>
    public long? RecordsPerCall { get; init; }

    public IReadOnlyList<RecordProblem> Failures { get; init; } = [];

    public string? Reason { get; init; }

    public DateTimeOffset? ResumeAt { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, ImportJsonContext.Default.RunCheckpoint);

    /// <exception cref="SalesforceImportException">The text is not a checkpoint.</exception>
    public static RunCheckpoint FromJson(string run, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ImportJsonContext.Default.RunCheckpoint) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new SalesforceImportException($"The checkpoint of run '{run}' cannot be read: the store was damaged, or written by a newer version.", exception);
        }
    }
}
