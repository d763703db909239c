using System.Text.Json.Nodes;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>The properties of one kind in the order of the library's value arrays, each with the place where it is kept.</summary>
internal sealed class KindSchema
{
    private readonly PropertyCatalog _catalog;
    private readonly CatalogProperty[] _properties;

    public KindSchema(StoreSchema schema, PropertyCatalog catalog)
    {
        Kind = schema.Kind;
        _catalog = catalog;
        _properties = [.. schema.Properties.Select(property => catalog.Find(property.Name)!)];
    }

    public RecordKind Kind { get; }

    public FieldValue[] Read(ImportedEntity row)
    {
        var more = PropertyJson.Parse(row.MoreFields);
        return [.. _properties.Select(property => property.Read(row, more))];
    }

    public void Write(ImportedEntity row, IReadOnlyList<FieldValue> values)
    {
        RequireAll(values);
        Write(row, values.Select((value, i) => (i, value)));
    }

    public void Write(ImportedEntity row, IEnumerable<(int Property, FieldValue Value)> changes)
    {
        var more = PropertyJson.Parse(row.MoreFields);
        foreach (var (property, value) in changes)
        {
            _properties[property].Write(row, more, value);
        }

        row.MoreFields = more.Count == 0 ? null : PropertyJson.Write(more);
    }

    public string ToJson(IReadOnlyList<FieldValue> values)
    {
        RequireAll(values);
        var json = new JsonObject();
        foreach (var (property, value) in _properties.Zip(values).Where(pair => !pair.Second.IsNull))
        {
            json[property.Name] = PropertyJson.ToNode(property.Checked(value));
        }

        return PropertyJson.Write(json);
    }

    public FieldValue[] FromJson(string json)
    {
        var values = PropertyJson.Parse(json);
        return [.. _properties.Select(property => PropertyJson.FromNode(values[property.Name], property.Type))];
    }

    public string ChangesToJson(IEnumerable<PropertyChange> changes) =>
        ChangesToJson(changes.Select(change => new HistoryChange(_properties[change.Property].Name, change.Before, change.After)));

    public static string ChangesToJson(IEnumerable<HistoryChange> changes)
    {
        var json = new JsonObject();
        foreach (var change in changes)
        {
            json[change.Property] = new JsonArray(PropertyJson.ToNode(change.Before), PropertyJson.ToNode(change.After));
        }

        return PropertyJson.Write(json);
    }

    /// <summary>Changes by name, also of properties that are not mapped now.</summary>
    public IEnumerable<HistoryChange> ReadChanges(string json) =>
        from change in PropertyJson.Parse(json)
        let property = _catalog.Find(change.Key)
        where property is not null
        select new HistoryChange(property.Name, PropertyJson.FromNode(change.Value![0], property.Type), PropertyJson.FromNode(change.Value[1], property.Type));

    /// <summary>Changes by position, of the properties that are mapped now.</summary>
    public IEnumerable<PropertyChange> ReadMappedChanges(string json) =>
        from change in ReadChanges(json)
        let position = Array.FindIndex(_properties, property => property.Name == change.Property)
        where position >= 0
        select new PropertyChange(position, change.Before, change.After);

    /// <summary>All that a row holds, also in properties that are not mapped now, by name.</summary>
    public IEnumerable<(string Property, FieldValue Value)> ReadAll(ImportedEntity row)
    {
        var more = PropertyJson.Parse(row.MoreFields);
        return from property in _catalog.All
               let value = property.Read(row, more)
               where !value.IsNull
               select (property.Name, value);
    }

    private void RequireAll(IReadOnlyList<FieldValue> values)
    {
        if (values.Count != _properties.Length)
        {
            throw new InvalidOperationException($"{Kind} has {_properties.Length} properties; {values.Count} values were given.");
        }
    }
}
