namespace SalesforceImport;

/// <summary>Something that an undo left as it was, by ids: it holds no values.</summary>
public sealed record UndoLeft
{
    /// <summary>The kind of row.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The row; null for a link.</summary>
    public long? RowId { get; init; }

    /// <summary>The property; null where the row, a record of it or a link was left.</summary>
    public string? Property { get; init; }

    /// <summary>The record: of a row, one that was not moved back; of a link, the one it ties to the other; null where none is meant.</summary>
    public SalesforceId? Record { get; init; }

    /// <summary>For a link, what it ties; null otherwise.</summary>
    public LinkKind? Link { get; init; }

    /// <summary>Why.</summary>
    public required UndoLeftReason Reason { get; init; }
}
