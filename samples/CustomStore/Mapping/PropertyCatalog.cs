using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>Every property that a kind has ever had: the entity's members, and what was mapped without one.</summary>
internal sealed class PropertyCatalog
{
    private readonly RecordKind _kind;
    private readonly Dictionary<string, CatalogProperty> _properties = new(StringComparer.OrdinalIgnoreCase);

    public PropertyCatalog(RecordKind kind, IEnumerable<ImportProperty> known)
    {
        _kind = kind;
        foreach (var member in CrmMap.MembersFor(kind))
        {
            _properties.Add(member.Property, new(member.Property, member.Type, member));
        }

        foreach (var property in known)
        {
            // A property that has been given a member since is the member's.
            _properties.TryAdd(property.Name, new(property.Name, property.Type, Member: null));
        }
    }

    public IEnumerable<CatalogProperty> All => _properties.Values;

    public CatalogProperty? Find(string name) => _properties.GetValueOrDefault(name);

    /// <summary>Adds what the schema has and the catalog has not, and returns it.</summary>
    /// <exception cref="SalesforceImportException">A property is there with another type.</exception>
    public IReadOnlyList<ImportProperty> Add(StoreSchema schema)
    {
        var added = new List<ImportProperty>();
        foreach (var property in schema.Properties)
        {
            if (Find(property.Name) is not { } known)
            {
                _properties.Add(property.Name, new(property.Name, property.Type, Member: null));
                added.Add(new() { Kind = _kind, Name = property.Name, Type = property.Type });
            }
            else if (known.Type != property.Type)
            {
                throw new SalesforceImportException(
                    $"Property '{property.Name}' of {_kind} is mapped as {property.Type}, but this application keeps it as {known.Type}. "
                    + "Map it under another name, or with the type it has.");
            }
        }

        return added;
    }
}
