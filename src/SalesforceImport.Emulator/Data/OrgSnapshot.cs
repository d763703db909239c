using System.Collections.Immutable;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>The whole org at one moment: a query runs against one snapshot from its first page to its last. Immutable.</summary>
/// <param name="Tables">The generated rows.</param>
/// <param name="States">The edits, by object index.</param>
/// <param name="Schema">What the integration user sees.</param>
internal sealed record OrgSnapshot(OrgTables Tables, ImmutableArray<ObjectState> States, SchemaView Schema)
{
    public ObjectState State(ObjectDefinition definition) => States[definition.Index];

    /// <summary>The number after the last row of an object.</summary>
    public long End(ObjectDefinition definition) => Tables[definition].Count + States[definition.Index].Inserted;

    /// <summary>Finds a record's row; false where there is no such record, those in the recycle bin included.</summary>
    public bool TryFind(RecordId id, out ObjectTable table, out long row)
    {
        table = Schema.FindByPrefix(id.Prefix) is { } definition ? Tables[definition] : null!;
        row = table is null ? -1 : table.Ids.RowOf(id);
        return row >= 0 && row < End(table!.Definition)
            && State(table.Definition).Overlay.GetValueOrDefault(row) is not { IsErased: true };
    }

    /// <summary>The org with an object that is new, or that has changed.</summary>
    public OrgSnapshot With(ObjectTable table, DateTimeOffset now) => new(
        Tables.With(table),
        table.Definition.Index == States.Length ? States.Add(ObjectState.Untouched) : States,
        Schema.With(table.Definition, now));

    public OrgSnapshot With(ObjectDefinition definition, ObjectState state) => this with { States = States.SetItem(definition.Index, state) };
}
