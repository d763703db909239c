using System.Collections.Immutable;

namespace SalesforceImport.Emulator.Schema;

/// <summary>The schema as the integration user sees it: the catalogue less hidden fields. Immutable.</summary>
/// <param name="Hidden">Fields hidden by field-level security.</param>
/// <param name="Modified">When the schema last changed.</param>
internal sealed record SchemaView(ImmutableHashSet<FieldDefinition> Hidden, DateTimeOffset Modified)
{
    /// <summary>Finds a visible field; null where there is none or the user may not see it.</summary>
    public FieldDefinition? Find(ObjectDefinition definition, string name) =>
        definition.Find(name) is { } field && Sees(field) ? field : null;

    /// <summary>Finds a visible reference field by its relationship's name.</summary>
    public FieldDefinition? FindRelationship(ObjectDefinition definition, string name) =>
        definition.FindRelationship(name) is { } field && Sees(field) ? field : null;

    public bool Sees(FieldDefinition field) => !Hidden.Contains(field);

    /// <summary>The visible fields, in describe order.</summary>
    public IEnumerable<FieldDefinition> Fields(ObjectDefinition definition) => definition.Fields.Where(Sees);
}
