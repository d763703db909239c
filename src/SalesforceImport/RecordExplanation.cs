namespace SalesforceImport;

/// <summary>Why the store holds what it holds of a Salesforce record.</summary>
public sealed record RecordExplanation
{
    /// <summary>The record.</summary>
    public required SalesforceId Record { get; init; }

    /// <summary>The row it belongs to; null when it belongs to none.</summary>
    public long? RowId { get; init; }

    /// <summary>Whether it was erased, and stays so.</summary>
    public bool IsErased { get; init; }

    /// <summary>The records of the row in rank order; the first leads.</summary>
    public IReadOnlyList<ExplainedSource> Sources { get; init; } = [];

    /// <summary>What the newest runs made of the record, newest first.</summary>
    public IReadOnlyList<ExplainedOutcome> Outcomes { get; init; } = [];

    /// <summary>All of it in sentences.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }
}
