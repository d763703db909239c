using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>Reads rows of one object, one after the other, edits included. Reusable, not thread-safe.</summary>
internal sealed class RowReader
{
    private readonly ObjectState _state;
    private readonly bool _edited;
    private RowReader?[]? _related;
    private Cell? _scratch;

    public RowReader(OrgSnapshot snapshot, ObjectTable table)
    {
        Snapshot = snapshot;
        Table = table;
        _state = snapshot.State(table.Definition);
        _edited = !_state.Overlay.IsEmpty;
    }

    public OrgSnapshot Snapshot { get; }

    public ObjectTable Table { get; }

    /// <summary>The row stood on.</summary>
    public long Row { get; private set; }

    /// <summary>The row's edits; null where there are none.</summary>
    public OverlayRow? Overlay { get; private set; }

    public RecordId Id => Table.Ids.At(Row);

    public bool IsDeleted => Overlay is { IsDeleted: true };

    /// <summary>Whether the row is not even in the recycle bin.</summary>
    public bool IsErased => Overlay is { IsErased: true };

    /// <summary>A cell for columns that read another field on the way.</summary>
    public Cell Scratch => _scratch ??= new Cell();

    public RowReader MoveTo(long row)
    {
        Row = row;
        Overlay = _edited ? _state.Overlay.GetValueOrDefault(row) : null;
        return this;
    }

    /// <summary>Reads a field of the row.</summary>
    public void Read(FieldDefinition field, Cell cell)
    {
        if (Table.Columns.Derived(field) is { } derived)
        {
            derived(this, cell);
        }
        else
        {
            ReadOwn(field, cell);
        }
    }

    /// <summary>Reads what a field of the row holds itself, whatever it shows.</summary>
    public void ReadOwn(FieldDefinition field, Cell cell)
    {
        if (Overlay is { } overlay && overlay.Values.TryGetValue(field.Index, out var value))
        {
            cell.Set(value);
        }
        else if (Row < Table.Count && Table.Columns.Generated(field) is { } generated)
        {
            generated(this, cell);
        }
        else
        {
            SetBlank(field, cell);
        }
    }

    /// <summary>Whether a field of the row is null; cheaper than reading it where the generator knows.</summary>
    public bool IsBlank(FieldDefinition field, Cell cell)
    {
        if (Overlay is null && Row < Table.Count && Table.Columns.Blank(field) is { } isBlank)
        {
            return isBlank(Row);
        }

        Read(field, cell);
        return cell.IsNull;
    }

    /// <summary>A reader of another object, kept for the next time; null where the id is of no record of this org.</summary>
    public RowReader? Related(RecordId id)
    {
        if (!Snapshot.TryFind(id, out var table, out var row))
        {
            return null;
        }

        _related ??= new RowReader?[Snapshot.Schema.Objects.Length];
        var reader = _related[table.Definition.Index] ??= new RowReader(Snapshot, table);
        return reader.MoveTo(row);
    }

    private static void SetBlank(FieldDefinition field, Cell cell)
    {
        if (field.Type == FieldType.Boolean)
        {
            cell.SetBoolean(false);
        }
        else if (field.Type == FieldType.Address)
        {
            cell.SetAddress();
        }
        else if (field.IsNumber && !field.Has(FieldFlag.Nillable))
        {
            if (field.Type == FieldType.Int)
            {
                cell.SetInteger(0);
            }
            else
            {
                cell.SetNumber(0);
            }
        }
        else
        {
            cell.SetNull();
        }
    }
}
