using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>An order in which the generated rows lie already: by id, or by a time that grows with it.</summary>
/// <param name="Time">The time; null for an order by id.</param>
/// <param name="Field">The field with that time; null for an order by id.</param>
/// <param name="Descending">Whether the last comes first.</param>
internal sealed record NaturalOrder(Func<long, long>? Time, FieldDefinition? Field, bool Descending)
{
    /// <summary>The order of a query that asks for none.</summary>
    public static readonly NaturalOrder ById = new(null, null, false);

    /// <summary>Recognises an order; null where rows must be sorted.</summary>
    public static NaturalOrder? Of(ObjectTable table, IReadOnlyList<OrderItem> items)
    {
        if (items.Count == 0)
        {
            return ById;
        }

        var first = items[0];
        if (!first.Field.IsPlain || table.Definition.Find(first.Field.Parts[0]) is not { } field)
        {
            return null;
        }

        if (field.Type == FieldType.Id)
        {
            return new NaturalOrder(null, null, first.Descending);
        }

        // Rows with the same time lie by id, so a second key must be the id in the same direction.
        return RowBounds.TimeOf(table, field) is { } time && (items.Count == 1 || IsId(items[1], first.Descending))
            ? new NaturalOrder(time, field, first.Descending)
            : null;
    }

    /// <summary>The generated row that an edited row comes before.</summary>
    public long PlaceOf(RowReader edited, Cell cell)
    {
        if (Time is null)
        {
            return edited.Row;
        }

        edited.Read(Field!, cell);
        var (at, row) = (cell.Integer, edited.Row);
        return RowBounds.FirstRow(edited.Table.Count, other => Time(other) * 1000 is var time && (time > at || (time == at && other > row)));
    }

    private static bool IsId(OrderItem item, bool descending) =>
        item.Field.IsPlain && string.Equals(item.Field.Parts[0], "Id", StringComparison.OrdinalIgnoreCase) && item.Descending == descending;
}
