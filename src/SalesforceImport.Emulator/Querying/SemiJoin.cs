using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>The inner query of a semi-join or anti-join.</summary>
internal static class SemiJoin
{
    private static readonly string[] Excluded = ["Event", "Task"];

    /// <summary>Runs the inner query for the ids it selects.</summary>
    public static HashSet<RecordId> Read(QueryContext context, InQuery join)
    {
        var definition = context.From(join.Query);
        if (Excluded.Contains(definition.Name))
        {
            throw SoqlErrors.Malformed(context.Text, join.Query.FromPosition, $"Entity '{definition.Name}' is not supported for semi join inner selects");
        }

        var item = (FieldItem)join.Query.Select[0];
        var column = new PathBinder(context, definition).Bind(item.Path);
        if (column.Field.Type is not (FieldType.Id or FieldType.Reference))
        {
            throw SoqlErrors.Malformed(context.Text, item.Position, $"The selected field '{column.Field.Name}' in the inner select must be an id field");
        }

        var table = context.Snapshot.Tables[definition];
        var (reader, cell, ids) = (new RowReader(context.Snapshot, table), new Cell(), new HashSet<RecordId>());
        foreach (var row in new RowPlanner(context, definition).Plan(join.Query.Where).From(0))
        {
            context.Clock.CountRow();
            column.Read(reader.MoveTo(row), cell);
            if (!cell.IsNull)
            {
                ids.Add(cell.Id);
            }
        }

        return ids;
    }
}
