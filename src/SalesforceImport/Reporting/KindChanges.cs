namespace SalesforceImport.Reporting;

/// <summary>What a run did to rows of one kind that were there before it.</summary>
internal sealed record KindChanges
{
    public required RecordKind Kind { get; init; }

    /// <summary>Rows that got other values.</summary>
    public long Changed { get; init; }

    /// <summary>Rows that were merged into others.</summary>
    public long Merged { get; init; }

    /// <summary>Rows that went, and that no other row stands for.</summary>
    public long Removed { get; init; }

    /// <summary>Rows that were put back.</summary>
    public long Restored { get; init; }

    /// <summary>By property, the most changed one first.</summary>
    public IReadOnlyList<PropertyChanges> Properties { get; init; } = [];
}
