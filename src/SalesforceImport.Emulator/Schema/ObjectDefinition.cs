using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Schema;

/// <summary>An object of the org, as its describe shows it. Immutable and shared by all emulators of a process.</summary>
internal sealed class ObjectDefinition
{
    private readonly FrozenDictionary<string, FieldDefinition> _byName;
    private readonly FrozenDictionary<string, FieldDefinition> _byRelationship;
    private readonly FrozenSet<string> _abilities;

    public ObjectDefinition(ObjectResource resource, int index)
    {
        Index = index;
        Name = resource.Name;
        Label = resource.Label;
        LabelPlural = resource.LabelPlural;
        KeyPrefix = resource.KeyPrefix;
        Children = resource.Children;
        Fields = [.. resource.Fields.Select((field, i) => new FieldDefinition(field, i))];
        _abilities = resource.Abilities.ToFrozenSet(StringComparer.Ordinal);
        _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        _byRelationship = Fields.Where(field => field.RelationshipName is not null)
            .ToFrozenDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        Id = _byName["Id"];
    }

    /// <summary>The object's place in <see cref="SchemaView.Objects"/>.</summary>
    public int Index { get; }

    public string Name { get; }

    public string Label { get; }

    public string LabelPlural { get; }

    public string KeyPrefix { get; }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public IReadOnlyList<ChildRelationship> Children { get; }

    public FieldDefinition Id { get; }

    public bool Can(string ability) => _abilities.Contains(ability);

    /// <summary>Finds a field by name in any casing; null where there is none.</summary>
    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds a field that must be there.</summary>
    public FieldDefinition Field(string name) => _byName[name];

    /// <summary>Finds a reference field by its relationship's name in any casing; null where there is none.</summary>
    public FieldDefinition? FindRelationship(string name) => _byRelationship.GetValueOrDefault(name);

    public override string ToString() => Name;
}
