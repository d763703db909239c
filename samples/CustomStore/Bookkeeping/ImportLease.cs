namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>Who writes a kind, and until when unless it says again that it lives. The line stays: its epoch must not be used again.</summary>
internal sealed class ImportLease
{
    public RecordKind Kind { get; set; }

    public long Epoch { get; set; }

    public string Run { get; set; } = string.Empty;

    public string Holder { get; set; } = string.Empty;

    public DateTimeOffset HeldUntil { get; set; }
}
