namespace SalesforceImport.Sqlite.Internal;

/// <summary>A record would have belonged to two rows. Never leaves the applier.</summary>
internal sealed class SourceClashException(SourceKey key, RecordKind kind)
    : InvalidOperationException($"Record {key.Id} of org {key.Org} would belong to two {kind} rows. Drop it from the one first.")
{
    public SourceKey Key => key;
}
