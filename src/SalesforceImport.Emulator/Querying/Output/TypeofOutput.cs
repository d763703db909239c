using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Fields of whichever object a reference leads to; null where none are selected of that one.</summary>
internal sealed class TypeofOutput(
    FieldDefinition reference, IReadOnlyDictionary<ObjectDefinition, IReadOnlyList<OutputNode>> branches, IReadOnlyList<OutputNode> otherwise) : OutputNode
{
    public FieldDefinition Reference => reference;

    /// <summary>Everything that may be written, of any object.</summary>
    public IEnumerable<OutputNode> Nodes => branches.Values.SelectMany(nodes => nodes).Concat(otherwise);

    public override void Write(RowWriter writer, RowReader row)
    {
        row.Read(reference, writer.Cell);
        writer.Json.WritePropertyName(reference.EncodedRelationshipName);
        var related = writer.Cell.IsNull ? null : row.Related(writer.Cell.Id);
        if (related is not null && branches.TryGetValue(related.Table.Definition, out var nodes))
        {
            writer.WriteRecord(related, nodes);
        }
        else if (related is not null && otherwise.Count > 0)
        {
            writer.WriteRecord(related, otherwise, byName: true);
        }
        else
        {
            writer.Json.WriteNullValue();
        }
    }
}
