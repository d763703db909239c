namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A record or an e-mail (as a keyed hash) of a person who was erased and must not come back.</summary>
internal sealed class ImportErasure
{
    public RecordKind Kind { get; set; }

    /// <summary>The record's org; empty for an e-mail.</summary>
    public required string Org { get; set; }

    /// <summary>The record's id, or the e-mail's hash.</summary>
    public required string Key { get; set; }
}
