using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SalesforceImport.Emulator.Schema;

/// <summary>The objects of one org, and which of them and of their fields the integration user sees. Immutable.</summary>
internal sealed class SchemaView
{
    private readonly FrozenDictionary<string, ObjectDefinition> _byName;
    private readonly FrozenDictionary<string, ObjectDefinition> _byPrefix;
    private readonly ImmutableHashSet<string> _hiddenObjects;
    private readonly ImmutableHashSet<FieldDefinition> _hiddenFields;

    public SchemaView(IEnumerable<ObjectDefinition> objects, DateTimeOffset modified)
        : this([.. objects], [], [], modified)
    {
    }

    private SchemaView(
        ImmutableArray<ObjectDefinition> objects,
        ImmutableHashSet<string> hiddenObjects,
        ImmutableHashSet<FieldDefinition> hiddenFields,
        DateTimeOffset modified)
    {
        (Objects, _hiddenObjects, _hiddenFields, Modified) = (objects, hiddenObjects, hiddenFields, modified);
        _byName = objects.ToFrozenDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase);
        _byPrefix = objects.ToFrozenDictionary(definition => definition.KeyPrefix, StringComparer.Ordinal);
    }

    /// <summary>Every object, hidden or not; <see cref="ObjectDefinition.Index"/> is the place in this list.</summary>
    public ImmutableArray<ObjectDefinition> Objects { get; }

    /// <summary>When the schema last changed, to the second.</summary>
    public DateTimeOffset Modified { get; }

    /// <summary>The objects that the user sees, by name.</summary>
    public IEnumerable<ObjectDefinition> VisibleObjects => Objects.Where(Sees).OrderBy(definition => definition.Name, StringComparer.Ordinal);

    /// <summary>Finds an object that the user sees by name in any casing; null where there is none.</summary>
    public ObjectDefinition? FindObject(string name) => FindAnyObject(name) is { } definition && Sees(definition) ? definition : null;

    /// <summary>Finds an object by name in any casing, hidden or not; null where there is none.</summary>
    public ObjectDefinition? FindAnyObject(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds an object that must be there.</summary>
    public ObjectDefinition Get(string name) => _byName[name];

    /// <summary>Finds an object by the first three characters of its ids; null where there is none.</summary>
    public ObjectDefinition? FindByPrefix(string prefix) => _byPrefix.GetValueOrDefault(prefix);

    /// <summary>Finds a visible field; null where there is none or the user may not see it.</summary>
    public FieldDefinition? Find(ObjectDefinition definition, string name) =>
        definition.Find(name) is { } field && Sees(field) ? field : null;

    /// <summary>Finds a visible reference field by its relationship's name.</summary>
    public FieldDefinition? FindRelationship(ObjectDefinition definition, string name) =>
        definition.FindRelationship(name) is { } field && Sees(field) ? field : null;

    public bool Sees(FieldDefinition field) => !_hiddenFields.Contains(field);

    public bool Sees(ObjectDefinition definition) => !_hiddenObjects.Contains(definition.Name);

    /// <summary>The visible fields, in describe order.</summary>
    public IEnumerable<FieldDefinition> Fields(ObjectDefinition definition) => definition.Fields.Where(Sees);

    /// <summary>The visible references to an object, seen from it.</summary>
    public IEnumerable<ChildRelationship> Children(ObjectDefinition definition) => definition.Children
        .Where(child => FindObject(child.Object) is { } referring && Find(referring, child.Field) is not null);

    /// <summary>The schema with an object that is new, or that takes the place of its older self.</summary>
    public SchemaView With(ObjectDefinition definition, DateTimeOffset now) => new(
        definition.Index == Objects.Length ? Objects.Add(definition) : Objects.SetItem(definition.Index, definition), _hiddenObjects, _hiddenFields, After(now));

    public SchemaView Hide(FieldDefinition field, DateTimeOffset now) => new(Objects, _hiddenObjects, _hiddenFields.Add(field), After(now));

    public SchemaView Hide(ObjectDefinition definition, DateTimeOffset now) => new(Objects, _hiddenObjects.Add(definition.Name), _hiddenFields, After(now));

    // A describe is dated to the second; a change within the same second must still look newer.
    /// <summary>A moment for the next change, later than that of the last.</summary>
    public DateTimeOffset After(DateTimeOffset now) => now > Modified ? now : Modified.AddSeconds(1);
}
