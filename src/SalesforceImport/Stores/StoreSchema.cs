namespace SalesforceImport.Stores;

/// <summary>
/// The imported properties of one kind, in order. Every array of values that passes between the library and a store is
/// aligned to this order.
/// </summary>
public sealed class StoreSchema
{
    /// <summary>Creates the schema.</summary>
    /// <exception cref="ArgumentException">Two properties have the same name, whatever the case.</exception>
    public StoreSchema(RecordKind kind, IReadOnlyList<StoreProperty> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties)
        {
            if (!names.Add(property.Name))
            {
                throw new ArgumentException($"Property '{property.Name}' of {kind} is mapped twice.", nameof(properties));
            }
        }

        Kind = kind;
        Properties = properties;
    }

    /// <summary>What the rows are.</summary>
    public RecordKind Kind { get; }

    /// <summary>The properties, in the order of every values array.</summary>
    public IReadOnlyList<StoreProperty> Properties { get; }

    /// <summary>The position of a property, or −1.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Properties.Count; i++)
        {
            if (string.Equals(Properties[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
