using System.Collections.Frozen;

namespace SalesforceImport.Emulator.Schema;

/// <summary>An object of the org, as its describe shows it. Immutable.</summary>
internal sealed class ObjectDefinition
{
    private readonly ObjectResource _resource;
    private readonly FrozenDictionary<string, FieldDefinition> _byName;
    private readonly FrozenDictionary<string, FieldDefinition> _byRelationship;
    private readonly FrozenSet<string> _abilities;

    public ObjectDefinition(ObjectResource resource, int index)
        : this(resource, index, [.. resource.Fields.Select((field, i) => new FieldDefinition(field, i))], resource.Children)
    {
    }

    private ObjectDefinition(ObjectResource resource, int index, IReadOnlyList<FieldDefinition> fields, IReadOnlyList<ChildRelationship> children)
    {
        _resource = resource;
        (Index, Fields, Children) = (index, fields, children);
        _abilities = resource.Abilities.ToFrozenSet(StringComparer.Ordinal);
        _byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        _byRelationship = fields.Where(field => field.RelationshipName is not null)
            .ToFrozenDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        Id = _byName["Id"];
        Indexed = [.. fields.Where(field => field.IsIndexed)];
    }

    /// <summary>The object's place in <see cref="SchemaView.Objects"/>.</summary>
    public int Index { get; }

    public string Name => _resource.Name;

    public string Label => _resource.Label;

    public string LabelPlural => _resource.LabelPlural;

    public string KeyPrefix => _resource.KeyPrefix;

    /// <summary>Whether the object is of the org's own.</summary>
    public bool IsCustom => Name.EndsWith("__c", StringComparison.Ordinal);

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public IReadOnlyList<ChildRelationship> Children { get; }

    public FieldDefinition Id { get; }

    /// <summary>The fields by whose values edited records are kept in an index.</summary>
    public IReadOnlyList<FieldDefinition> Indexed { get; }

    public bool Can(string ability) => _abilities.Contains(ability);

    /// <summary>Finds a field by name in any casing; null where there is none.</summary>
    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds a field that must be there.</summary>
    public FieldDefinition Field(string name) => _byName[name];

    /// <summary>Finds a reference field by its relationship's name in any casing; null where there is none.</summary>
    public FieldDefinition? FindRelationship(string name) => _byRelationship.GetValueOrDefault(name);

    /// <summary>The object with one more field, after all others.</summary>
    public ObjectDefinition With(FieldDefinition field) => new(_resource, Index, [.. Fields, field], Children);

    /// <summary>The object with one more reference to it.</summary>
    public ObjectDefinition With(ChildRelationship child) => new(_resource, Index, Fields, [.. Children, child]);

    public override string ToString() => Name;
}
