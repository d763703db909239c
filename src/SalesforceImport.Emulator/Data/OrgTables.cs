using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>The generated rows of every object of one org. Immutable.</summary>
internal sealed class OrgTables
{
    private readonly ObjectTable[] _tables;

    public OrgTables(IEnumerable<ObjectTable> tables) => _tables = [.. tables.OrderBy(table => table.Definition.Index)];

    public ObjectTable this[ObjectDefinition definition] => _tables[definition.Index];

    public ObjectTable this[int objectIndex] => _tables[objectIndex];

    /// <summary>Finds the object that an id belongs to; null where it is none of this org's.</summary>
    public ObjectTable? Of(RecordId id) =>
        SchemaCatalog.FindByPrefix(id.Prefix) is { } definition ? _tables[definition.Index] : null;
}
