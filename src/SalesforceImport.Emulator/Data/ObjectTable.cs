using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>The generated rows of one object. Immutable; edits lie over it in <see cref="ObjectState"/>.</summary>
internal sealed class ObjectTable
{
    private readonly Dictionary<FieldDefinition, Func<RecordId, IEnumerable<long>>> _seeks = [];

    public ObjectTable(ObjectDefinition definition, long count, IdSpace ids, Timeline time)
        : this(definition, count, ids, time, new ColumnSet(definition))
    {
    }

    private ObjectTable(ObjectDefinition definition, long count, IdSpace ids, Timeline time, ColumnSet columns) =>
        (Definition, Count, Ids, Time, Columns) = (definition, count, ids, time, columns);

    public ObjectDefinition Definition { get; }

    /// <summary>How many rows are generated; rows from here on were inserted.</summary>
    public long Count { get; }

    public IdSpace Ids { get; }

    public Timeline Time { get; }

    public ColumnSet Columns { get; }

    /// <summary>Declares that the rows whose field refers to a record can be computed.</summary>
    /// <param name="field">A reference field.</param>
    /// <param name="candidates">Generated rows among which all that refer to the record are; may hold others.</param>
    public void AddSeek(string field, Func<RecordId, IEnumerable<long>> candidates) => _seeks[Definition.Field(field)] = candidates;

    /// <summary>The same rows of an object that has more fields than before.</summary>
    public ObjectTable With(ObjectDefinition definition)
    {
        var table = new ObjectTable(definition, Count, Ids, Time, Columns.For(definition));
        foreach (var (field, seek) in _seeks)
        {
            table._seeks[field] = seek;
        }

        return table;
    }

    /// <summary>Finds how to compute the rows that refer to a record; null where they must be searched for.</summary>
    public Func<RecordId, IEnumerable<long>>? FindSeek(FieldDefinition field) => _seeks.GetValueOrDefault(field);
}
