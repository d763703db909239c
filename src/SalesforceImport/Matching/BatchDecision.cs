using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>All that is decided about one batch.</summary>
internal sealed class BatchDecision
{
    public List<RowChange> Changes { get; } = [];

    public List<StoredSource> PutOrphans { get; } = [];

    public List<SourceKey> DroppedOrphans { get; } = [];

    public List<RecordResult> Results { get; } = [];

    public List<Amendment> Amendments { get; } = [];
}
