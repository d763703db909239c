namespace SalesforceImport.Planning;

/// <summary>One step of a plan: the records of one object.</summary>
public sealed record ImportStep
{
    /// <summary>The object read, such as <c>Lead</c>.</summary>
    public required string Object { get; init; }

    /// <summary>What its records become in the store.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The condition, in SOQL; null for all records.</summary>
    public string? Where { get; init; }

    /// <summary>The fields read, in order.</summary>
    public required IReadOnlyList<StepField> Fields { get; init; }

    /// <summary>How many records the org has of them.</summary>
    public required long Count { get; init; }

    /// <summary>How sure that is.</summary>
    public required CountKind CountKind { get; init; }

    /// <summary>Of these, how many have no e-mail; null where it could not be counted.</summary>
    public long? WithoutEmail { get; init; }

    /// <summary>How they are read.</summary>
    public required ImportTransport Transport { get; init; }

    /// <summary>What it would cost by each transport, the chosen one among them.</summary>
    public IReadOnlyList<TransportCost> Costs { get; init; } = [];

    /// <summary>API calls this step should take.</summary>
    public required long ExpectedCalls { get; init; }

    /// <summary>API calls this step alone would be held to; the run is held to the plan's ceiling as a whole.</summary>
    public required long Ceiling { get; init; }
}
