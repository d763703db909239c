using System.Collections.Immutable;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator;

/// <summary>
/// A record of the org as it stood when it was read. Values are string, bool, long (for int fields), decimal, DateOnly,
/// DateTimeOffset or null; ids are strings of 18 characters; compound addresses are left out, their parts are there. Immutable.
/// </summary>
public sealed class EmulatedRecord
{
    private readonly OrgSnapshot _snapshot;
    private readonly ObjectTable _table;
    private readonly long _row;
    private IReadOnlyDictionary<string, object?>? _fields;

    internal EmulatedRecord(OrgSnapshot snapshot, ObjectTable table, long row)
    {
        (_snapshot, _table, _row) = (snapshot, table, row);
        Id = table.Ids.At(row).ToString();
    }

    /// <summary>The record's id, of 18 characters.</summary>
    public string Id { get; }

    /// <summary>The object's name.</summary>
    public string Object => _table.Definition.Name;

    /// <summary>All fields by name in any casing, hidden ones included.</summary>
    public IReadOnlyDictionary<string, object?> Fields => _fields ??= ReadAll();

    /// <summary>Reads one field.</summary>
    /// <param name="field">The field's name in any casing.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">The object has no such field.</exception>
    public object? this[string field]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(field);
            var definition = _table.Definition.Find(field) ?? throw new KeyNotFoundException($"{Object} has no field '{field}'.");
            var cell = new Cell();
            Reader().Read(definition, cell);
            return cell.ToObject();
        }
    }

    /// <summary>The object's name and the record's id.</summary>
    /// <returns>Such as <c>Contact 003…</c>.</returns>
    public override string ToString() => $"{Object} {Id}";

    private RowReader Reader() => new RowReader(_snapshot, _table).MoveTo(_row);

    private ImmutableDictionary<string, object?> ReadAll()
    {
        var (reader, cell) = (Reader(), new Cell());
        var fields = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in _table.Definition.Fields.Where(field => field.Type != FieldType.Address))
        {
            reader.Read(field, cell);
            fields[field.Name] = cell.ToObject();
        }

        return fields.ToImmutable();
    }
}
