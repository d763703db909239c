using System.Collections.Immutable;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>The generated rows of every object of one org. Immutable.</summary>
internal sealed class OrgTables
{
    private readonly ImmutableArray<ObjectTable> _tables;

    public OrgTables(IEnumerable<ObjectTable> tables)
        : this([.. tables.OrderBy(table => table.Definition.Index)])
    {
    }

    private OrgTables(ImmutableArray<ObjectTable> tables) => _tables = tables;

    public ObjectTable this[ObjectDefinition definition] => _tables[definition.Index];

    /// <summary>The tables with one that is new, or that takes the place of its older self.</summary>
    public OrgTables With(ObjectTable table) => new(
        table.Definition.Index == _tables.Length ? _tables.Add(table) : _tables.SetItem(table.Definition.Index, table));
}
