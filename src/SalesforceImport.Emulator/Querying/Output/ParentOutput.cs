using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Fields of a parent: an object of its own, or null where the reference is.</summary>
internal sealed class ParentOutput(FieldDefinition reference, IReadOnlyList<OutputNode> nodes) : OutputNode
{
    public FieldDefinition Reference => reference;

    public IReadOnlyList<OutputNode> Nodes => nodes;

    public override void Write(RowWriter writer, RowReader row)
    {
        row.Read(reference, writer.Cell);
        writer.Json.WritePropertyName(reference.EncodedRelationshipName);
        var parent = writer.Cell.IsNull ? null : row.Related(writer.Cell.Id);
        if (parent is null)
        {
            writer.Json.WriteNullValue();
        }
        else
        {
            writer.WriteRecord(parent, nodes, byName: reference.ReferenceTo.Count > 1);
        }
    }
}
