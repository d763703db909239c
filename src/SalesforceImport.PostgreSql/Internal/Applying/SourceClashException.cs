namespace SalesforceImport.PostgreSql.Internal;

/// <summary>A record would have belonged to two rows. Never leaves the store.</summary>
internal sealed class SourceClashException(IReadOnlyCollection<SourceKey> keys, RecordKind kind)
    : InvalidOperationException($"A record would belong to two {kind} rows ({string.Join(", ", keys.Take(3).Select(key => key.Id))}). Drop it from the one first.")
{
    /// <summary>The record, or those of which it is one.</summary>
    public IReadOnlyCollection<SourceKey> Keys => keys;
}
