using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>A selected field.</summary>
internal sealed class FieldOutput(FieldDefinition definition, bool byName) : OutputNode
{
    public FieldDefinition Field => definition;

    public override void Write(RowWriter writer, RowReader row)
    {
        var cell = writer.Cell;
        if (byName)
        {
            BoundPath.ReadByName(row, definition, cell);
        }
        else
        {
            row.Read(definition, cell);
        }

        writer.Json.WritePropertyName(definition.EncodedName);
        if (cell.Kind == CellKind.Address)
        {
            AddressOutput.WriteValue(writer, row, definition);
        }
        else
        {
            ValueOutput.Write(writer.Json, cell);
        }
    }
}
