namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A property that was mapped once and has no member in the entity: its type never changes.</summary>
internal sealed class ImportProperty
{
    public RecordKind Kind { get; set; }

    public required string Name { get; set; }

    public PropertyType Type { get; set; }
}
