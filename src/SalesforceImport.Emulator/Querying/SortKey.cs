using System.Text;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A value taken out of a cell, to be compared with others of the same field.</summary>
internal readonly record struct SortKey(CellKind Kind, string? Text, decimal Number, RecordId Id) : IComparable<SortKey>
{
    public static SortKey Of(Cell cell) => cell.Kind switch
    {
        CellKind.Null or CellKind.Address => default,
        CellKind.Text => new SortKey(CellKind.Text, Encoding.UTF8.GetString(cell.Text), 0, default),
        CellKind.Number => new SortKey(CellKind.Number, null, cell.Number, default),
        CellKind.Id => new SortKey(CellKind.Id, null, 0, cell.Id),
        _ => new SortKey(cell.Kind, null, cell.Integer, default),
    };

    /// <summary>Compares as an ORDER BY item says, nulls included.</summary>
    public static int Compare(SortKey a, SortKey b, OrderItem item)
    {
        if (a.Kind == CellKind.Null || b.Kind == CellKind.Null)
        {
            var nulls = (a.Kind == CellKind.Null ? 0 : 1) - (b.Kind == CellKind.Null ? 0 : 1);
            return item.NullsLast ? -nulls : nulls;
        }

        var order = a.CompareTo(b);
        return item.Descending ? -order : order;
    }

    public int CompareTo(SortKey other) => Kind switch
    {
        CellKind.Text => string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase),
        CellKind.Id => Id.CompareTo(other.Id),
        _ => Number.CompareTo(other.Number),
    };

    /// <summary>The same for texts that differ in case only, as grouping has it.</summary>
    public SortKey Folded() => this with { Text = Text?.ToUpperInvariant() };

    /// <summary>Puts the value into a cell.</summary>
    public void WriteTo(Cell cell)
    {
        switch (Kind)
        {
            case CellKind.Null: cell.SetNull(); break;
            case CellKind.Text: cell.SetText(Encoding.UTF8.GetBytes(Text!)); break;
            case CellKind.Boolean: cell.SetBoolean(Number != 0); break;
            case CellKind.Integer: cell.SetInteger((long)Number); break;
            case CellKind.Date: cell.SetDate((int)Number); break;
            case CellKind.DateTime: cell.SetDateTime((long)Number); break;
            case CellKind.Id: cell.SetId(Id); break;
            default: cell.SetNumber(Number); break;
        }
    }
}
