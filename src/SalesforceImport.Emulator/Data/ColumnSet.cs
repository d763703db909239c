using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>How the fields of one object come by their values.</summary>
internal sealed class ColumnSet(ObjectDefinition definition)
{
    private readonly Column?[] _generated = new Column?[definition.Fields.Count];
    private readonly Func<long, bool>?[] _blank = new Func<long, bool>?[definition.Fields.Count];
    private readonly Column?[] _derived = new Column?[definition.Fields.Count];
    private readonly bool[] _writable = new bool[definition.Fields.Count];

    /// <summary>The same columns for an object that has more fields than before.</summary>
    public ColumnSet For(ObjectDefinition grown)
    {
        var columns = new ColumnSet(grown);
        _generated.CopyTo(columns._generated, 0);
        _blank.CopyTo(columns._blank, 0);
        _derived.CopyTo(columns._derived, 0);
        _writable.CopyTo(columns._writable, 0);
        return columns;
    }

    /// <summary>Gives a field a value of its own, which an edit replaces.</summary>
    public void Add(string field, Column column) => _generated[definition.Field(field).Index] = column;

    /// <summary>Gives a field a value of its own, and a way to know without computing it whether it is null.</summary>
    public void Add(string field, Column column, Func<long, bool> isBlank)
    {
        Add(field, column);
        _blank[definition.Field(field).Index] = isBlank;
    }

    /// <summary>Makes a field follow from others: it is never stored and never edited.</summary>
    public void Derive(string field, Column column) => _derived[definition.Field(field).Index] = column;

    /// <summary>Gives a field a value that goes before what is stored; it can be written all the same, wherever that leads.</summary>
    public void Override(FieldDefinition field, Column column) => (_derived[field.Index], _writable[field.Index]) = (column, true);

    /// <summary>Whether a field follows from others only, so that nobody can write it.</summary>
    public bool IsReadOnly(FieldDefinition field) => _derived[field.Index] is not null && !_writable[field.Index];

    public Column? Generated(FieldDefinition field) => _generated[field.Index];

    /// <summary>Tells of a generated row whether the field is null; null where the value must be computed for that.</summary>
    public Func<long, bool>? Blank(FieldDefinition field) => _blank[field.Index];

    public Column? Derived(FieldDefinition field) => _derived[field.Index];
}
