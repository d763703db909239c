using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>Resolves what a query selects into the columns of a CSV file.</summary>
internal sealed class CsvBinder(QueryContext context, ObjectDefinition definition)
{
    private readonly PathBinder _paths = new(context, definition);

    public IReadOnlyList<CsvColumn> Bind(SoqlQuery query)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<CsvColumn>();
        foreach (var path in query.Select.SelectMany(item => Paths(query, item)))
        {
            var column = new CsvColumn(path);
            columns.Add(names.Add(column.Name) ? column : throw SoqlErrors.DuplicateField(path.Field.Name));
        }

        return columns;
    }

    private IEnumerable<BoundPath> Paths(SoqlQuery query, SelectItem item)
    {
        if (item is FieldsItem group)
        {
            return FieldGroups.Expand(context, query, definition, group)
                .Where(field => !BulkRules.IsCompound(field))
                .Select(field => new BoundPath([], field, false));
        }

        var path = _paths.Bind(((FieldItem)item).Path);
        BulkRules.Check(path.Field);
        return [path];
    }
}
