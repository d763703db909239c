namespace SalesforceImport.ConformanceTests.Model;

/// <summary>A run as it should be: by row id, what it changed, what it removed, what it added to its list.</summary>
internal sealed class ModelRun(string id)
{
    public string Id { get; } = id;

    public long Sequence { get; set; }

    public string? Checkpoint { get; set; }

    public SortedDictionary<long, PropertyChange[]> Changed { get; } = [];

    public SortedDictionary<long, (FieldValue[] Before, long? MergedInto)> Removed { get; } = [];

    /// <summary>The records of rows that were there before the run and whose records it changed, with who led.</summary>
    public SortedDictionary<long, (SalesforceId? Leader, StoredSource[] Sources)> SourcesBefore { get; } = [];

    public HashSet<long> Added { get; } = [];
}
