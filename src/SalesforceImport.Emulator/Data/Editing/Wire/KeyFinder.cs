using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>Finds records by a field that identifies them.</summary>
internal static class KeyFinder
{
    /// <summary>Whether records can be found by a field.</summary>
    public static bool IsKey(FieldDefinition field) => field.Has(FieldFlag.IdLookup);

    /// <summary>The rows, none of them deleted, that hold a value; texts match in any casing.</summary>
    /// <exception cref="WriteException">The value is of no type that the field takes.</exception>
    public static List<long> Find(OrgSnapshot snapshot, ObjectTable table, FieldDefinition field, object? value)
    {
        if (WireValues.Read(field, value) is not { } wanted)
        {
            return [];
        }

        if (field == table.Definition.Id)
        {
            return FindById(snapshot, table, (string)wanted);
        }

        if (field.IsKey)
        {
            var stored = ValueConverter.Convert(snapshot.Schema, field, wanted)!;
            return [.. snapshot.State(table.Definition).Keys.Find(field, stored).Where(row => !new RowReader(snapshot, table).MoveTo(row).IsDeleted)];
        }

        var text = wanted as string;
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
        var (reader, cell, found) = (new RowReader(snapshot, table), new Cell(), new List<long>());
        for (var row = 0L; row < snapshot.End(table.Definition); row++)
        {
            reader.MoveTo(row).Read(field, cell);
            if (!reader.IsDeleted && !cell.IsNull && (bytes is null ? Equals(cell.ToObject(), wanted) : Same(cell, bytes, text!)))
            {
                found.Add(row);
            }
        }

        return found;
    }

    private static List<long> FindById(OrgSnapshot snapshot, ObjectTable table, string text) =>
        RecordId.TryParse(text, out var id) && snapshot.TryFind(id, out var other, out var row) && other == table && !new RowReader(snapshot, table).MoveTo(row).IsDeleted
            ? [row]
            : [];

    private static bool Same(Cell cell, byte[] bytes, string text) => cell.Kind == CellKind.Text
        && (cell.Text.SequenceEqual(bytes) || string.Equals(Encoding.UTF8.GetString(cell.Text), text, StringComparison.OrdinalIgnoreCase));
}
