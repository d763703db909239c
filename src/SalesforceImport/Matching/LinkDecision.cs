using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>All that is decided about one batch of links.</summary>
internal sealed class LinkDecision
{
    public List<StoredLink> Puts { get; } = [];

    public List<LinkKey> Drops { get; } = [];

    public List<RecordResult> Results { get; } = [];

    public List<Amendment> Amendments { get; } = [];
}
