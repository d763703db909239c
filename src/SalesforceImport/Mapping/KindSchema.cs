using SalesforceImport.Stores;

namespace SalesforceImport.Mapping;

/// <summary>The properties of one kind with their rules, and the store's view of them.</summary>
internal sealed class KindSchema
{
    /// <summary>The property that is true in rows whose records are gone from the org or the selection.</summary>
    public const string GoneProperty = "GoneFromSalesforce";

    private const string EmailProperty = "Email";

    public KindSchema(RecordKind kind, IReadOnlyList<MappedProperty> properties)
    {
        Properties = properties;
        Store = new StoreSchema(kind, [.. properties.Select(property => new StoreProperty(property.Name, property.Type))]);
        EmailIndex = Store.IndexOf(EmailProperty);
    }

    public IReadOnlyList<MappedProperty> Properties { get; }

    public StoreSchema Store { get; }

    public RecordKind Kind => Store.Kind;

    /// <summary>The position of the property that host-made rows are matched by; −1 when it is not mapped.</summary>
    public int EmailIndex { get; }

    public int Count => Properties.Count;
}
