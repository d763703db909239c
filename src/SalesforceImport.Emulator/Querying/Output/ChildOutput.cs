using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>A child subquery: its own page of rows inside the record, or null where there are none.</summary>
internal sealed class ChildOutput(QueryContext context, SoqlQuery query, ObjectDefinition child, FieldDefinition reference, IReadOnlyList<OutputNode> nodes) : OutputNode
{
    private const int FirstPage = 199;

    private readonly JsonEncodedText _name = JsonEncodedText.Encode(query.From);

    /// <summary>The relationship.</summary>
    public string Name => query.From;

    public IReadOnlyList<OutputNode> Nodes => nodes;

    public override void Write(RowWriter writer, RowReader row)
    {
        var current = context with { Clock = writer.Clock };
        var only = new IdSetPredicate(new BoundPath([], reference, false), new HashSet<RecordId> { row.Id });
        var rows = Limits.Apply(query, most => new RowPlanner(current, child).Plan(query.Where, query.OrderBy, most, only));
        var json = writer.Json;
        json.WritePropertyName(_name);
        if (rows.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("totalSize", rows.Count);
        json.WriteBoolean("done", rows.Count <= FirstPage);
        if (rows.Count > FirstPage)
        {
            json.WriteString("nextRecordsUrl", writer.Children.Keep(new PreparedQuery(context, child, nodes, rows), FirstPage));
        }

        json.WriteStartArray("records");
        var reader = new RowReader(context.Snapshot, context.Snapshot.Tables[child]);
        foreach (var found in rows.From(0).Take(FirstPage))
        {
            writer.WriteRecord(reader.MoveTo(found), nodes);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
