using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>A column of a CSV file. Immutable and thread-safe.</summary>
internal sealed class CsvColumn
{
    private readonly BoundPath _path;
    private readonly FieldDefinition? _own;

    public CsvColumn(BoundPath path)
    {
        _path = path;
        _own = path.IsOwn && !path.ByName ? path.Field : null;
        Name = string.Join('.', path.Steps.Select(step => step.RelationshipName).Append(path.Field.Name));
        Field = path.Field;
        IsComputedInt = Field.Type == FieldType.Int && !Field.Has(FieldFlag.Createable) && !Field.Has(FieldFlag.Updateable);
    }

    /// <summary>What stands in the header row: the field, or the path to a parent's field.</summary>
    public string Name { get; }

    public FieldDefinition Field { get; }

    /// <summary>Whether the column holds whole numbers that the org computes, which Bulk results write with a decimal.</summary>
    public bool IsComputedInt { get; }

    public void Read(RowReader row, Cell cell)
    {
        if (_own is not null)
        {
            row.Read(_own, cell);
        }
        else
        {
            _path.Read(row, cell);
        }
    }
}
