using System.Collections.Immutable;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>The generated rows of every object of one org. Immutable.</summary>
internal sealed class OrgTables
{
    private readonly ImmutableArray<ObjectTable> _tables;

    public OrgTables(IEnumerable<ObjectTable> tables) => _tables = [.. tables.OrderBy(table => table.Definition.Index)];

    public ObjectTable this[ObjectDefinition definition] => _tables[definition.Index];
}
