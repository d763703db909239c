namespace SalesforceImport;

/// <summary>One batch of a preview, as a run would apply it.</summary>
public sealed record PreviewedBatch
{
    /// <summary>What would become of its records.</summary>
    public required IReadOnlyList<PreviewedRecord> Records { get; init; }

    /// <summary>What would be done to rows. Records that change nothing have none.</summary>
    public required IReadOnlyList<PreviewedRow> Rows { get; init; }

    /// <summary>Links between records that would be made or changed.</summary>
    public required long LinksPut { get; init; }

    /// <summary>Links between records that would go.</summary>
    public required long LinksDropped { get; init; }
}
