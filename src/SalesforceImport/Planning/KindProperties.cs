using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>
/// The properties of a kind: those of every object that feeds it, whether or not this plan reads it, so that rows and
/// their sources have the same columns in every run.
/// </summary>
internal static class KindProperties
{
    /// <exception cref="SalesforceImportException">Two objects fill the same property with different types or rules.</exception>
    public static IReadOnlyList<MappedProperty> Of(
        IReadOnlyList<FieldMap> maps, IReadOnlyDictionary<string, SObjectDescription> descriptions, bool marksGone = false)
    {
        var properties = new Dictionary<string, (MappedProperty Property, string From)>(StringComparer.OrdinalIgnoreCase);
        foreach (var map in maps)
        {
            foreach (var mapping in map.Effective)
            {
                var type = mapping.Type ?? Described(descriptions.GetValueOrDefault(map.Object), mapping);
                var property = new MappedProperty(mapping.Property, type, mapping.Rule, mapping.IsOptOut);
                if (!properties.TryGetValue(mapping.Property, out var known))
                {
                    properties.Add(mapping.Property, (property, $"{map.Object}.{mapping.Field}"));
                }
                else if (known.Property with { Name = property.Name } != property)
                {
                    throw new SalesforceImportException(
                        $"Property {mapping.Property} is {Text(known.Property)} by {known.From}, but {Text(property)} by {map.Object}.{mapping.Field}. Give both mappings the same type and rule, or map them to different properties.");
                }
            }
        }

        return
        [
            .. properties.Values.Select(entry => entry.Property),
            .. marksGone ? [new MappedProperty(KindSchema.GoneProperty, PropertyType.Boolean, SyncRule.AlwaysSalesforce, IsOptOut: false)] : (IReadOnlyList<MappedProperty>)[],
        ];
    }

    private static PropertyType Described(SObjectDescription? description, FieldMapping mapping) =>
        description?.Find(mapping.Field) is { } field ? FieldTypes.Of(field) ?? PropertyType.Text : PropertyType.Text;

    private static string Text(MappedProperty property) =>
        $"{property.Type}, {(property.IsOptOut ? "opt-out" : property.Rule)}";
}
