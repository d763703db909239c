using System.Collections.Immutable;
using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>A row on its way to be inserted or changed. Not thread-safe.</summary>
internal sealed class RowDraft
{
    private readonly RowReader _before;
    private readonly OverlayRow? _overlay;
    private readonly ImmutableDictionary<int, object?>.Builder _values;
    private readonly HashSet<int> _given = [];
    private readonly Cell _cell = new();

    public RowDraft(OrgSnapshot snapshot, ObjectTable table, long row)
    {
        _before = new RowReader(snapshot, table).MoveTo(row);
        _overlay = _before.Overlay;
        _values = (_overlay?.Values ?? ImmutableDictionary<int, object?>.Empty).ToBuilder();
        IsNew = _overlay is null && row >= table.Count;
    }

    public ObjectTable Table => _before.Table;

    public ObjectDefinition Definition => Table.Definition;

    public long Row => _before.Row;

    public RecordId Id => _before.Id;

    /// <summary>Whether the row is being inserted.</summary>
    public bool IsNew { get; }

    /// <summary>Whether the writer gives this field a value, rather than the org.</summary>
    public bool Gives(string name) => Definition.Find(name) is { } field && _given.Contains(field.Index);

    /// <summary>Gives a field the writer's value, as it is stored.</summary>
    public void Give(FieldDefinition field, object? stored)
    {
        _values[field.Index] = stored;
        _given.Add(field.Index);
    }

    /// <summary>Sets a field to a value of the org's own; objects without the field are left alone.</summary>
    public void Set(string name, object? stored)
    {
        if (Definition.Find(name) is { } field)
        {
            _values[field.Index] = stored;
        }
    }

    /// <summary>Whether a field holds a value of its own, be it null.</summary>
    public bool Holds(FieldDefinition field) => _values.ContainsKey(field.Index);

    /// <summary>The id that a field holds or will hold; none where it is null or there is no such field.</summary>
    public RecordId ReadId(string name) => Read(name) is { Kind: CellKind.Id } cell ? cell.Id : default;

    /// <summary>The text that a field holds or will hold; null where it is null or there is no such field.</summary>
    public string? ReadText(string name) => Read(name) is { Kind: CellKind.Text } cell ? Encoding.UTF8.GetString(cell.Text) : null;

    /// <summary>The instant that a field holds or will hold; null where it is null or there is no such field.</summary>
    public DateTimeOffset? ReadTime(string name) => Read(name)?.ToObject() as DateTimeOffset?;

    /// <summary>The whole number that a field holds or will hold; null where it is null or there is no such field.</summary>
    public long? ReadWhole(string name) => Read(name)?.ToObject() as long?;

    public bool IsBlank(string name) => Read(name) is null or { IsNull: true };

    public bool ReadFlag(string name) => Read(name) is { IsTrue: true };

    /// <summary>The id that a field held before; none where it was null or there is no such field.</summary>
    public RecordId Before(string name)
    {
        var cell = new Cell();
        if (!IsNew && Definition.Find(name) is { } field)
        {
            _before.Read(field, cell);
        }

        return cell.Kind == CellKind.Id ? cell.Id : default;
    }

    /// <summary>Whether a write changes what a field holds.</summary>
    public bool Changes(string name)
    {
        if (!Gives(name))
        {
            return false;
        }

        if (IsNew)
        {
            return true;
        }

        var (after, before) = (Read(name)!.ToObject(), new Cell());
        _before.Read(Definition.Field(name), before);
        return !Equals(after, before.ToObject());
    }

    public OverlayRow ToRow(bool deleted = false, bool erased = false) => new(_values.ToImmutable(), deleted, erased);

    private Cell? Read(string name)
    {
        if (Definition.Find(name) is not { } field)
        {
            return null;
        }

        if (_values.TryGetValue(field.Index, out var stored))
        {
            _cell.Set(stored);
        }
        else if (IsNew)
        {
            _cell.SetNull();
        }
        else
        {
            _before.Read(field, _cell);
        }

        return _cell;
    }
}
