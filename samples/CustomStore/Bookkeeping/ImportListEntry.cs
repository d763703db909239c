namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A row in a run's list that the run did not create: those it did are known by the row itself.</summary>
internal sealed class ImportListEntry
{
    public required string Run { get; set; }

    public RecordKind Kind { get; set; }

    public long RowId { get; set; }
}
