namespace SalesforceImport.Planning;

/// <summary>One step of a plan: records of one object, which become rows or links.</summary>
public sealed record ImportStep
{
    /// <summary>The object read, such as <c>Lead</c>.</summary>
    public required string Object { get; init; }

    /// <summary>What its records become in the store; for links, the rows that they belong to.</summary>
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

    /// <summary>What the requests ask for.</summary>
    public StepReading Reading { get; init; }

    /// <summary>The ids that the step goes by; null where a condition says what is read.</summary>
    public StepIds? Ids { get; init; }

    /// <summary>For a step that goes by ids, how many records the object has in all: what reading it whole would bring.</summary>
    public long? OfObject { get; init; }

    /// <summary>The links that its records become; null where they become rows.</summary>
    public LinkKind? Links { get; init; }

    /// <summary>Why the records that the step finds are gone; null where its records are there.</summary>
    public RecordReason? Gone { get; init; }

    /// <summary>Whether only each contact's newest opportunity is linked.</summary>
    public bool NewestOnly { get; init; }

    /// <summary>Whether archived records are read too (<c>queryAll</c>). Deleted ones never are.</summary>
    public bool IncludeArchived { get; init; }

    /// <summary>Whether the list of the run holds every row of the step, and not only those that the run creates.</summary>
    public bool ListAll { get; init; }

    /// <summary>How they are read.</summary>
    public required ImportTransport Transport { get; init; }

    /// <summary>What it would cost by each transport, the chosen one among them.</summary>
    public IReadOnlyList<TransportCost> Costs { get; init; } = [];

    /// <summary>API calls this step should take.</summary>
    public required long ExpectedCalls { get; init; }

    /// <summary>API calls this step alone would be held to; the run is held to the plan's ceiling as a whole.</summary>
    public required long Ceiling { get; init; }
}
