using System.Text;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A field of the queried object or of a parent, resolved against the schema. Immutable.</summary>
/// <param name="Steps">The reference fields on the way; empty for a field of the object itself.</param>
/// <param name="Field">The field; behind a reference to several objects, the field as one of them has it.</param>
/// <param name="ByName">Whether the field is to be looked up anew in whichever object the reference leads to.</param>
internal sealed record BoundPath(IReadOnlyList<FieldDefinition> Steps, FieldDefinition Field, bool ByName)
{
    /// <summary>The function taken of a field, whose result <see cref="Field"/> is; null for the field itself.</summary>
    public DateFunction? Function { get; init; }

    /// <summary>Whether this is a field of the queried object itself.</summary>
    public bool IsOwn => Steps.Count == 0 && Function is null;

    private FieldDefinition Source => Function?.Source ?? Field;

    /// <summary>Whether another path leads to the same value.</summary>
    public bool IsSame(BoundPath other) => Source == other.Source && Function?.Name == other.Function?.Name && Steps.SequenceEqual(other.Steps);

    /// <summary>Whether the field is null.</summary>
    public bool IsBlank(RowReader row, Cell cell)
    {
        if (IsOwn && !ByName)
        {
            return row.IsBlank(Field, cell);
        }

        Read(row, cell);
        return cell.IsNull;
    }

    public void Read(RowReader row, Cell cell)
    {
        var reader = row;
        foreach (var step in Steps)
        {
            reader.Read(step, cell);
            if (cell.IsNull || reader.Related(cell.Id) is not { } parent)
            {
                cell.SetNull();
                return;
            }

            reader = parent;
        }

        if (ByName)
        {
            ReadByName(reader, Source, cell);
        }
        else
        {
            reader.Read(Source, cell);
        }

        Function?.Apply(cell);
    }

    /// <summary>Reads a field of whichever object a reference led to; null where that object has none of this name.</summary>
    public static void ReadByName(RowReader reader, FieldDefinition field, Cell cell)
    {
        if (ReferenceEquals(field, NameObject.Type))
        {
            cell.SetText(Encoding.UTF8.GetBytes(reader.Table.Definition.Name));
        }
        else if (reader.Table.Definition.Find(field.Name) is { } own)
        {
            reader.Read(own, cell);
        }
        else
        {
            cell.SetNull();
        }
    }
}
